using Rosewood.PolicyAdmin.SignIns.Absences;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds use in school on days on which the person was recorded as absent.</summary>
internal static class AbsentUses
{
    private const int ClockChange = 2 * 3600 / Moment.SlotSeconds;

    /// <summary>Weekdays of one person's recorded absences.</summary>
    public static HashSet<int> DaysOf(IReadOnlyList<Absence> absences, SignInTimeline timeline)
    {
        var days = new HashSet<int>();
        foreach (var absence in absences)
        {
            var until = timeline.SlotOf(absence.Until);
            // Midnight in summer time is still the day before in UTC.
            for (var day = (timeline.SlotOf(absence.From) + ClockChange) / Moment.SlotsPerDay; (day * Moment.SlotsPerDay) + ClockChange < until; day++)
            {
                if (timeline.TimeOf(day * Moment.SlotsPerDay).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                {
                    days.Add(day);
                }
            }
        }

        return days;
    }

    /// <summary>
    /// Uses at computers that stay in school. A laptop on the school's network may be at home on the VPN; and where the person's own laptop
    /// or phone was in school, the person came in all the same.
    /// </summary>
    public static IReadOnlyList<Observation> Find(AccountSightings sightings, IReadOnlyList<Absence> absences, Whereabouts whereabouts, SignInTimeline timeline)
    {
        var uses = new List<Observation>();
        var came = absences.Count == 0 ? [] : DaysInPerson(sightings);
        foreach (var absence in absences)
        {
            var (from, until) = (timeline.SlotOf(absence.From), timeline.SlotOf(absence.Until));
            for (var i = AccountSightings.IndexAt(sightings.Present, from); i < sightings.Present.Count && sightings.Present[i].Slot < until; i++)
            {
                var s = sightings.Present[i];
                var staysInSchool = s.Device.IsRoomComputer || (s.Place == PlaceKind.School && s.Device is { Kind: DeviceKind.Computer, WasOutside: false } && s.Device.Owner != sightings.Account);
                if (staysInSchool && !came.Contains(s.Day) && !whereabouts.MayBeRemote(s))
                {
                    uses.Add(new Observation(SignInEvidenceKind.Absence, s.Slot, [s.Device], 0, $"on {s.Device.Name} in school, on a recorded day of absence"));
                }
            }
        }

        return uses;
    }

    private static HashSet<int> DaysInPerson(AccountSightings sightings)
    {
        var days = sightings.DaysOnOwnComputerInSchool();
        foreach (var stream in sightings.Account.Streams.Where(s => s.Device.Kind == DeviceKind.Phone && s.Network.Kind == PlaceKind.School))
        {
            foreach (var moment in stream.InOrder())
            {
                if (moment.Kind is MomentKind.Present or MomentKind.Background)
                {
                    days.Add(moment.Day);
                }
            }
        }

        return days;
    }
}
