using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Where the devices that go with a person were, day by day: their phone and their own laptop. On a day on which the account is used at
/// a room's computer and none of them is in school, though one is on most other days, or the phone is at home, somebody else may have
/// used it. A forgotten phone looks the same on one day; a tablet that lives at home is told by never being anywhere else.
/// </summary>
/// <param name="timeline">The sign-ins.</param>
/// <param name="zone">The school's zone.</param>
internal sealed class OwnDevices(SignInTimeline timeline, TimeZoneInfo zone)
{
    private const int NearSlots = 45 * 60 / Moment.SlotSeconds;
    private const int AwaySlots = 45 * 60 / Moment.SlotSeconds;
    private const int LongestGapSlots = 2 * 3600 / Moment.SlotSeconds;
    private const int SeveralTimes = 2;
    private const int NightsAtHome = 3;
    private const double Often = 0.3;
    private const int FewestDays = 5;

    /// <summary>What they tell.</summary>
    /// <param name="sightings">The account.</param>
    /// <param name="whereabouts">Tells remote sessions.</param>
    /// <param name="absentDays">Days of recorded absence, which say nothing about what the person carries on others.</param>
    public OwnDeviceDays Find(AccountSightings sightings, Whereabouts whereabouts, IReadOnlySet<int> absentDays)
    {
        var school = sightings.Present.Where(s => s.Device.IsRoomComputer && IsSchoolTime(s.Slot) && !whereabouts.MayBeRemote(s)).ToList();
        var used = school.Select(s => s.Day).ToHashSet();
        var ordinary = used.Where(d => !absentDays.Contains(d)).ToHashSet();
        if (ordinary.Count < FewestDays)
        {
            return OwnDeviceDays.None;
        }

        var laptop = sightings.DaysOnOwnComputerInSchool();
        var found = new List<Observation>();
        var (left, located) = (new HashSet<int>(), new HashSet<int>());
        foreach (var phone in PhonesOf(sightings.Account))
        {
            Follow(phone, school, ordinary, left, located, found);
        }

        // A phone at home beside a laptop in school was forgotten: it stays among the days on which the laptop could have been missing.
        found.RemoveAll(o => laptop.Contains(o.Day));
        ordinary.ExceptWith(left);
        var share = ordinary.Count < FewestDays ? 0 : (double)ordinary.Count(laptop.Contains) / ordinary.Count;
        used.IntersectWith(absentDays);
        if (share >= Often)
        {
            found.AddRange(school
                .Where(s => (used.Contains(s.Day) || left.Contains(s.Day)) && !laptop.Contains(s.Day))
                .DistinctBy(s => s.Day)
                .Select(s => new Observation(SignInEvidenceKind.LaptopAway, s.Slot, [s.Device], 0, $"on {s.Device.Name} in school, and not on the person's own laptop, which is in use beside it on other days")));
        }

        return new OwnDeviceDays(found, located, left, used, share);
    }

    /// <summary>Follows one phone (or several that cannot be told apart) through the days on which the account was used in school.</summary>
    private void Follow(List<(int Slot, SignInNetwork Network)> phone, List<Sighting> school, HashSet<int> ordinary, HashSet<int> left, HashSet<int> located, List<Observation> found)
    {
        var homes = HomesOf(phone);
        var away = phone.Where(p => !homes.Contains(p.Network) && IsSchoolTime(p.Slot)).Select(p => p.Slot).ToList();
        var carried = away.Select(slot => slot / Moment.SlotsPerDay).ToHashSet();
        if (ordinary.Count(carried.Contains) < Often * ordinary.Count)
        {
            return;
        }

        var atHome = phone.Where(p => homes.Contains(p.Network) && IsSchoolTime(p.Slot)).Select(p => p.Slot).ToList();
        for (var i = 0; i < school.Count; i++)
        {
            var s = school[i];

            // A phone that was elsewhere shortly before or after was not left at home.
            if (DevicePresence.AnyIn(away, s.Slot - AwaySlots, s.Slot + AwaySlots))
            {
                located.Add(s.Day);
            }
            else if (!left.Contains(s.Day) && (AtHomeAround(school, i, phone, homes) is { Count: > 0 } tight ? tight : AtHomeBetween(school, i, atHome, away)) is { Count: > 0 } around)
            {
                left.Add(s.Day);
                located.Add(s.Day);
                found.Add(new Observation(SignInEvidenceKind.PhoneAway, s.Slot, [s.Device], 0, $"on {s.Device.Name} in school, while the person's phone was at home") { Marks = [s.Slot, .. around] });
            }
        }
    }

    /// <summary>
    /// The phone's moments at home on a day on which it was there several times, each between two uses in school: nobody goes home and
    /// comes back again and again. Found at the use after which the first of them comes.
    /// </summary>
    private static List<int> AtHomeBetween(List<Sighting> school, int at, List<int> atHome, List<int> away)
    {
        var between = new List<int>();
        for (var i = at; i + 1 < school.Count && school[i + 1].Day == school[at].Day; i++)
        {
            if (school[i + 1].Slot - school[i].Slot <= LongestGapSlots && FirstBetween(atHome, school[i].Slot, school[i + 1].Slot) is { } slot)
            {
                between.Add(slot);
            }
        }

        return between.Count >= SeveralTimes && !DevicePresence.AnyIn(away, between[0], between[^1]) ? between : [];
    }

    private static int? FirstBetween(List<int> slots, int from, int until)
    {
        var at = slots.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < slots.Count && slots[at] < until ? slots[at] : null;
    }

    /// <summary>
    /// The phone's moments at home between which the account was used in school, or its moment at home between two such uses: so near that
    /// nobody comes and goes.
    /// </summary>
    /// <param name="school">The uses in school, in order.</param>
    /// <param name="at">The use.</param>
    /// <param name="phone">The phone's moments, in order.</param>
    /// <param name="homes">The phone's homes.</param>
    private static IReadOnlyList<int> AtHomeAround(List<Sighting> school, int at, List<(int Slot, SignInNetwork Network)> phone, HashSet<SignInNetwork> homes)
    {
        var slot = school[at].Slot;
        var (low, high) = (0, phone.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = phone[middle].Slot < slot ? (middle + 1, high) : (low, middle);
        }

        if (low == phone.Count || !homes.Contains(phone[low].Network) || phone[low].Slot - slot > NearSlots)
        {
            return [];
        }

        if (low > 0 && homes.Contains(phone[low - 1].Network) && slot - phone[low - 1].Slot <= NearSlots)
        {
            return [phone[low - 1].Slot, phone[low].Slot];
        }

        var next = school.FindIndex(at, s => s.Slot > phone[low].Slot);
        return next >= 0 && school[next].Slot - phone[low].Slot <= NearSlots ? [phone[low].Slot, school[next].Slot] : [];
    }

    private static IEnumerable<List<(int Slot, SignInNetwork Network)>> PhonesOf(AccountTimeline account)
    {
        foreach (var phone in account.Streams.Where(s => s.Device.Kind == DeviceKind.Phone).GroupBy(s => s.Device))
        {
            var moments = new List<(int Slot, SignInNetwork Network)>();
            foreach (var stream in phone)
            {
                foreach (var moment in stream.InOrder())
                {
                    if (moment.Kind is MomentKind.Background or MomentKind.Present)
                    {
                        moments.Add((moment.Slot, stream.Network));
                    }
                }
            }

            moments.Sort((a, b) => a.Slot != b.Slot ? a.Slot.CompareTo(b.Slot) : a.Network.Prefix.Value.CompareTo(b.Network.Prefix.Value));
            yield return moments;
        }
    }

    /// <summary>Networks outside of the school where the phone spent several nights.</summary>
    private HashSet<SignInNetwork> HomesOf(List<(int Slot, SignInNetwork Network)> phone) => phone
        .Where(p => p.Network.Kind == PlaceKind.Outside && IsNight(p.Slot))
        .GroupBy(p => p.Network)
        .Where(g => g.Select(p => p.Slot / Moment.SlotsPerDay).Distinct().Count() >= NightsAtHome)
        .Select(g => g.Key)
        .ToHashSet();

    private bool IsNight(int slot) => Local(slot).Hour is < 6 or >= 21;

    private bool IsSchoolTime(int slot) => Local(slot) is { Hour: >= 8 and < 16, DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) };

    private DateTimeOffset Local(int slot) => TimeZoneInfo.ConvertTime(timeline.TimeOf(slot), zone);
}
