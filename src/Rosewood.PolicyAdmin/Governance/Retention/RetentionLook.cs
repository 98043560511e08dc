using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.Governance.Holds;
using Rosewood.PolicyAdmin.Storage.Expiry;

namespace Rosewood.PolicyAdmin.Governance.Retention;

/// <summary>What of each class is over its time, and what of that a legal hold keeps. It removes nothing.</summary>
/// <param name="context">The command's context.</param>
/// <param name="holds">The holds in force.</param>
internal sealed class RetentionLook(CommandContext context, HoldBook holds)
{
    /// <summary>All classes that retention takes care of.</summary>
    public static IReadOnlyList<ExpiredData> All(CommandContext context)
    {
        var look = new RetentionLook(context, new HoldBook(context));
        return [.. RetentionRun.Covered.Select(n => look.At(DataClasses.Of(n)))];
    }

    /// <summary>One class.</summary>
    public ExpiredData At(DataClass data)
    {
        var kept = data.Kept!(context.Config.Retention);
        var before = Before(kept);
        var found = Count(data.Name, before);
        return new ExpiredData(data.Name, kept, TimeZoneInfo.ConvertTime(before, context.Workspace.Zone), found.Over, found.Held, Removed: 0);
    }

    /// <summary>What counts as over in a class that lies in rows.</summary>
    public ExpiryScope Scope(DataClassName name, DateTimeOffset before) =>
        new(before.UtcTicks, Math.Min(before.UtcTicks, Before(context.Config.Retention.BlockTests).UtcTicks), context.Workspace.Zone, holds.Of(name));

    /// <summary>The earliest instant that there is, where the time reaches further back than the calendar.</summary>
    private DateTimeOffset Before(TimeSpan kept) => kept < context.Now - DateTimeOffset.MinValue ? context.Now - kept : DateTimeOffset.MinValue;

    private ExpiredRows Count(DataClassName name, DateTimeOffset before) => name switch
    {
        DataClassName.TenantRecords => new ExpiredSlices(context, holds).Count(),
        DataClassName.Reports => new ExpiredReports(context, holds).Count(before),
        DataClassName.AuditValues => context.Store.Audit.CountValues(before, holds.Of(name)),
        DataClassName.AuditTrail => context.Store.Audit.CountEntries(before, holds.Of(name)),
        _ => context.Store.Expiry.Count(name, Scope(name, before)),
    };
}
