using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Reads stored visits and judges them as of their own instants.</summary>
public static class VisitReader
{
    // The store is read while the days before are judged; a school has a few thousand visits on one.
    private const int DaysAhead = 4;

    /// <summary>Visits that start in [from, to), local day after local day, in each by user, address, device, service and start.</summary>
    public static IEnumerable<Visit> Read(CommandContext context, DateTimeOffset from, DateTimeOffset to) =>
        Read(context, AccessStateLoader.Load(context), AccessStateLoader.LoadDevices(context), from, to);

    /// <summary>The same, with facts that were loaded already.</summary>
    internal static IEnumerable<Visit> Read(CommandContext context, AccessState state, DeviceDirectory devices, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = context.Workspace.Zone;
        var judge = new VisitJudge(state, devices, zone);

        // A rhythm is looked for over whole local days, so that a visit's verdict never depends on the period asked for.
        var rows = context.Store.Visits.Read(StartOfDay(from, zone).UtcTicks, EndOfDay(to, zone).UtcTicks);
        foreach (var visits in DaysOfOneKey(rows, zone))
        {
            var rhythm = MachineRhythm.Find(visits, at => IsNight(at, zone, state.Calendar));
            foreach (var evidence in visits)
            {
                if (evidence.Start >= from && evidence.Start < to)
                {
                    yield return judge.Judge(evidence, rhythm?.Covers(evidence) ?? false);
                }
            }
        }
    }

    /// <summary>The visits of one user, address, device and service on one local day.</summary>
    private static IEnumerable<ArraySegment<VisitEvidence>> DaysOfOneKey(IEnumerable<VisitEvidence> rows, TimeZoneInfo zone)
    {
        foreach (var day in ReadAhead.Of(Days(rows, zone), DaysAhead))
        {
            Array.Sort(day, Compare);
            for (int from = 0, until = 1; from < day.Length; until++)
            {
                if (until == day.Length || CompareKeys(day[from], day[until]) != 0)
                {
                    yield return new ArraySegment<VisitEvidence>(day, from, until - from);
                    from = until;
                }
            }
        }
    }

    /// <summary>Rows in order of time, by local day.</summary>
    private static IEnumerable<VisitEvidence[]> Days(IEnumerable<VisitEvidence> rows, TimeZoneInfo zone)
    {
        var day = new List<VisitEvidence>();
        var end = DateTimeOffset.MinValue;
        foreach (var row in rows)
        {
            if (row.Start >= end)
            {
                if (day.Count > 0)
                {
                    yield return [.. day];
                    day.Clear();
                }

                end = EndOfDay(row.Start.AddTicks(1), zone);
            }

            day.Add(row);
        }

        if (day.Count > 0)
        {
            yield return [.. day];
        }
    }

    private static int Compare(VisitEvidence a, VisitEvidence b) =>
        CompareKeys(a, b) is not 0 and var keys ? keys : a.Start.CompareTo(b.Start) is not 0 and var starts ? starts : a.Id.CompareTo(b.Id);

    private static int CompareKeys(VisitEvidence a, VisitEvidence b)
    {
        if (string.CompareOrdinal(a.User, b.User) is not 0 and var users)
        {
            return users;
        }

        if (string.CompareOrdinal(a.Address, b.Address) is not 0 and var addresses)
        {
            return addresses;
        }

        return string.CompareOrdinal(a.DeviceText, b.DeviceText) is not 0 and var devices ? devices : string.CompareOrdinal(a.Service, b.Service);
    }

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
