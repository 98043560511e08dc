using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>What targets are planned from: the facts of the one decision, and the instant for which they are asked. Immutable.</summary>
/// <param name="Access">People, grants, catalogue, school day, and the decision of a block.</param>
/// <param name="Inventory">The devices.</param>
/// <param name="Devices">Inventory and networks.</param>
/// <param name="Config">The configuration.</param>
/// <param name="Zone">The school's zone.</param>
/// <param name="At">The instant that is planned for, UTC.</param>
/// <param name="Paths">The workspace's files.</param>
internal sealed record EnforcementFacts(
    AccessState Access,
    DeviceHistory Inventory,
    DeviceDirectory Devices,
    PolicyConfig Config,
    TimeZoneInfo Zone,
    DateTimeOffset At,
    WorkspacePaths Paths)
{
    /// <summary>What is blocked, and what under it stays open.</summary>
    public BlockList Blocks { get; } = BlockList.Of(Access.Catalogue);

    /// <summary>The facts as the store holds them now.</summary>
    public static EnforcementFacts Load(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var inventory = context.Store.Devices.Load();
        return new(
            AccessStateLoader.Load(context).ForBlock(context.Config.School.MailDomains),
            inventory,
            new DeviceDirectory(inventory, context.Config.Networks),
            context.Config,
            context.Workspace.Zone,
            context.Now,
            context.Workspace.Paths);
    }

    /// <summary>The first instant after <see cref="At"/> at which a grant begins or stops to count, or a person's employment does; null: none.</summary>
    public DateTimeOffset? NextChange()
    {
        var now = At.UtcTicks;
        var days = Access.People.All(now)
            .SelectMany(p => new[] { p.StartDate, p.EndDate?.AddDays(1) })
            .OfType<DateOnly>()
            .Select(d => MidnightOf(d));
        var next = Access.Ledger.All.SelectMany(g => g.Boundaries()).Concat(days).Where(t => t > now).DefaultIfEmpty(long.MaxValue).Min();
        return next == long.MaxValue ? null : new DateTimeOffset(next, TimeSpan.Zero);
    }

    /// <summary>The instant at which a day begins at the school, UTC ticks.</summary>
    public long MidnightOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return local.Ticks - Zone.GetUtcOffset(local).Ticks;
    }
}
