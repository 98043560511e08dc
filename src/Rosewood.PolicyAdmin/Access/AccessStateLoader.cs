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

    /// <summary>Where visits split.</summary>
    public static AccessBoundaries LoadBoundaries(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(
            context.LoadPeople(),
            LoadDevices(context),
            context.Store.Grants.Load(),
            new SchoolCalendar(context.Config.SchoolDay, context.Workspace.Zone),
            context.Workspace.Zone);
    }
}
