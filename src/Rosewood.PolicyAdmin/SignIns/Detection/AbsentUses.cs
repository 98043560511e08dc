using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds use in school on days on which the person was recorded as absent.</summary>
internal static class AbsentUses
{
    /// <summary>Uses on computers in school, with the number of days of absence on which the account could have been seen.</summary>
    public static (IReadOnlyList<Observation> Uses, int Days) Find(AccountSightings sightings, IReadOnlyList<AbsenceSpan> absences, Whereabouts whereabouts, SignInTimeline timeline, int fromDay, int untilDay)
    {
        var uses = new List<Observation>();
        var days = new HashSet<int>();
        foreach (var absence in absences)
        {
            if (!string.Equals(absence.PersonId, sightings.Account.Id, StringComparison.Ordinal))
            {
                continue;
            }

            var (from, until) = (timeline.SlotOf(absence.FromTicks), timeline.SlotOf(absence.UntilTicks));
            for (var day = Math.Max(fromDay, from / Moment.SlotsPerDay); day < Math.Min(untilDay, (until + Moment.SlotsPerDay - 1) / Moment.SlotsPerDay); day++)
            {
                if (timeline.TimeOf(day * Moment.SlotsPerDay).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                {
                    days.Add(day);
                }
            }

            var came = DaysInPerson(sightings, from, until);
            for (var i = AccountSightings.IndexAt(sightings.Present, from); i < sightings.Present.Count && sightings.Present[i].Slot < until; i++)
            {
                var s = sightings.Present[i];
                var isInSchool = s.Device.IsRoomComputer || s.Stream.Network.Kind == PlaceKind.School;

                // A laptop on the school's network may be at home on the VPN: only what stays in school shows that somebody was there.
                if (isInSchool && !came.Contains(s.Day) && s.Device.Kind == DeviceKind.Computer && s.Device is { WasOutside: false } && s.Device.Owner != sightings.Account && !whereabouts.MayBeRemote(s))
                {
                    uses.Add(new Observation(SignInEvidenceKind.Absence, s.Slot, [s.Device], 0, $"on {s.Device.Name} in school, on a recorded day of absence"));
                }
            }
        }

        return (uses, days.Count);
    }

    /// <summary>Days on which the person came in all the same: their own laptop or phone was in school.</summary>
    private static HashSet<int> DaysInPerson(AccountSightings sightings, int from, int until)
    {
        var days = new HashSet<int>();
        foreach (var stream in sightings.Account.Streams.Where(s => s.Network.Kind is PlaceKind.School or PlaceKind.AtDevice && (s.Device.Kind == DeviceKind.Phone || s.Device.Owner == sightings.Account)))
        {
            foreach (var moment in stream.InOrder())
            {
                var isInSchool = stream.Network.Kind == PlaceKind.School || stream.Device.PlaceNear(moment.Slot) == PlaceKind.School;
                if (moment.Slot >= from && moment.Slot < until && isInSchool && (moment.Kind == MomentKind.Present || (moment.Kind == MomentKind.Background && stream.Device.Kind == DeviceKind.Phone)))
                {
                    days.Add(moment.Day);
                }
            }
        }

        return days;
    }
}
