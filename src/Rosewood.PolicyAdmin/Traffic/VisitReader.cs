using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Reads stored visits and judges them as of their own instants.</summary>
public static class VisitReader
{
    /// <summary>Visits that start in [from, to), by user, address, device, service and start.</summary>
    public static IEnumerable<Visit> Read(CommandContext context, DateTimeOffset from, DateTimeOffset to) =>
        Read(context, AccessStateLoader.Load(context), AccessStateLoader.LoadDevices(context), from, to);

    /// <summary>The same, with facts that were loaded already.</summary>
    internal static IEnumerable<Visit> Read(CommandContext context, AccessState state, DeviceDirectory devices, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = context.Workspace.Zone;
        var judge = new VisitJudge(state, devices, zone);

        // A rhythm is looked for over whole local days, so that a visit's verdict never depends on the period asked for.
        var rows = context.Store.Visits.Read(StartOfDay(from, zone).UtcTicks, EndOfDay(to, zone).UtcTicks);
        foreach (var day in DaysOfOneKey(rows, zone))
        {
            var rhythm = MachineRhythm.Find(day, at => IsNight(at, zone, state.Calendar));
            foreach (var evidence in day)
            {
                if (evidence.Start >= from && evidence.Start < to)
                {
                    yield return judge.Judge(evidence, rhythm?.Covers(evidence) ?? false);
                }
            }
        }
    }

    private static IEnumerable<List<VisitEvidence>> DaysOfOneKey(IEnumerable<VisitEvidence> rows, TimeZoneInfo zone)
    {
        var day = new List<VisitEvidence>();
        foreach (var row in rows)
        {
            if (day.Count > 0 && !SameKeyAndDay(day[0], row, zone))
            {
                yield return day;
                day = [];
            }

            day.Add(row);
        }

        if (day.Count > 0)
        {
            yield return day;
        }
    }

    private static bool SameKeyAndDay(VisitEvidence a, VisitEvidence b, TimeZoneInfo zone) =>
        string.Equals(a.User, b.User, StringComparison.Ordinal)
        && string.Equals(a.Address, b.Address, StringComparison.Ordinal)
        && string.Equals(a.DeviceText, b.DeviceText, StringComparison.Ordinal)
        && string.Equals(a.Service, b.Service, StringComparison.Ordinal)
        && TimeZoneInfo.ConvertTime(a.Start, zone).Date == TimeZoneInfo.ConvertTime(b.Start, zone).Date;

    /// <summary>Hours when nobody is there: from ten in the evening to five in the morning, unless the school is open then.</summary>
    private static bool IsNight(DateTimeOffset at, TimeZoneInfo zone, SchoolCalendar calendar)
    {
        var hour = TimeZoneInfo.ConvertTime(at, zone).Hour;
        return hour is >= 22 or < 5 && !calendar.IsOpen(at.UtcTicks);
    }

    private static DateTimeOffset StartOfDay(DateTimeOffset at, TimeZoneInfo zone) =>
        at <= DateTimeOffset.MinValue.AddDays(2) ? DateTimeOffset.MinValue : Midnight(TimeZoneInfo.ConvertTime(at, zone).Date, zone);

    private static DateTimeOffset EndOfDay(DateTimeOffset at, TimeZoneInfo zone) =>
        at >= DateTimeOffset.MaxValue.AddDays(-2) ? DateTimeOffset.MaxValue : Midnight(TimeZoneInfo.ConvertTime(at.AddTicks(-1), zone).Date.AddDays(1), zone);

    private static DateTimeOffset Midnight(DateTime date, TimeZoneInfo zone) => new(date, zone.GetUtcOffset(date));
}
