using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Loads what decisions need from the workspace.</summary>
public static class AccessStateLoader
{
    /// <summary>The facts as the store holds them now; each decision looks at its own instant in them.</summary>
    public static AccessState Load(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(
            context.LoadPeople(),
            context.Store.Grants.Load(),
            CatalogueLoader.Load(context),
            new SchoolCalendar(context.Config.SchoolDay, context.Workspace.Zone),
            context.Workspace.Zone,
            context.Config.Access.StandingAuthorisation);
    }

    /// <summary>The inventory and networks.</summary>
    public static DeviceDirectory LoadDevices(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Store.Devices.Load(), context.Config.Networks);
    }

    /// <summary>Where visits split, for every instant that the configuration's terms cover.</summary>
    public static AccessBoundaries LoadBoundaries(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var terms = context.Config.SchoolDay.Terms;
        var calendar = new SchoolCalendar(context.Config.SchoolDay, context.Workspace.Zone);
        var bells = terms.Count == 0
            ? []
            : calendar.Bells(AtMidnight(terms.Min(t => t.From)), AtMidnight(terms.Max(t => t.To)).AddDays(2));
        return new(context.LoadPeople(), LoadDevices(context), context.Store.Grants.Load(), bells);

        static DateTimeOffset AtMidnight(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }
}
