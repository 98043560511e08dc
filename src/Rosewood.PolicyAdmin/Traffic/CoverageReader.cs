using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Finds the holes in the evidence of a period.</summary>
public static class CoverageReader
{
    /// <summary>The holes of [from, to), by kind and time; empty when the evidence is whole.</summary>
    public static IReadOnlyList<CoverageFinding> Read(CommandContext context, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(context);
        var zone = context.Workspace.Zone;
        var logs = context.Store.Logs;
        var sources = logs.Sources();

        // What has not happened yet is no hole, nor is what lies before the first log that was ever imported, when no beginning was asked for.
        var until = to < context.Now ? to : context.Now;
        var first = sources.Min(s => s.FirstTicks);
        if (first is null)
        {
            return [new(CoverageKind.NothingImported, Local(from, zone), Local(until < from ? from : until, zone), Source: null, Share: 1, "No log was imported, so nothing is known about the traffic. Run Import-FirewallLog.")];
        }

        var begin = from.UtcTicks <= DateTimeOffset.MinValue.AddDays(1).UtcTicks ? first.Value : from.UtcTicks;
        if (until.UtcTicks <= begin)
        {
            return [];
        }

        var slots = logs.Slots(CoverageSlots.FloorSlot(begin), CoverageSlots.CeilingSlot(until.UtcTicks));
        var calendar = new SchoolCalendar(context.Config.SchoolDay, zone);
        var names = CoverageSources.Name(sources);
        var coverage = new CoverageSlots(slots, names, calendar, zone, begin, until.UtcTicks);
        return
        [
            .. coverage.Silences(),
            .. logs.Jumps(begin, until.UtcTicks).Select(j => Jump(j, names, zone)),
            .. coverage.Shares(),
        ];
    }

    /// <summary>The time of the first line that any log has; null when none was imported.</summary>
    internal static DateTimeOffset? Beginning(CommandContext context) =>
        context.Store.Logs.Sources().Min(static s => s.FirstTicks) is { } first ? Local(new DateTimeOffset(first, TimeSpan.Zero), context.Workspace.Zone) : null;

    private static CoverageFinding Jump((long Source, long From, long To) jump, IReadOnlyDictionary<long, string> names, TimeZoneInfo zone)
    {
        var back = Local(new DateTimeOffset(jump.To, TimeSpan.Zero), zone);
        var before = Local(new DateTimeOffset(jump.From, TimeSpan.Zero), zone);
        return new(
            CoverageKind.ClockJump,
            back,
            before,
            names.GetValueOrDefault(jump.Source),
            Share: null,
            string.Create(CultureInfo.InvariantCulture, $"The log's time goes back from {before:yyyy-MM-dd HH:mm:ss} to {back:yyyy-MM-dd HH:mm:ss}: the clock was set back, or logs were joined out of order. Verdicts near that time may be off. Check the machine's time service."));
    }

    private static DateTimeOffset Local(DateTimeOffset at, TimeZoneInfo zone) =>
        at <= DateTimeOffset.MinValue.AddDays(2) || at >= DateTimeOffset.MaxValue.AddDays(-2) ? at : TimeZoneInfo.ConvertTime(at, zone);
}
