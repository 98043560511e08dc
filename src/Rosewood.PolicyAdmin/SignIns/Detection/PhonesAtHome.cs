using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Finds days on which an account was used at a computer that stays in school while the person's phone, which goes with them on other
/// days, was at home. A forgotten phone looks the same on one day; a tablet that lives at home is told by never being anywhere else.
/// </summary>
/// <param name="timeline">The sign-ins.</param>
/// <param name="zone">The school's zone.</param>
internal sealed class PhonesAtHome(SignInTimeline timeline, TimeZoneInfo zone)
{
    private const int AroundSlots = 90 * 60 / Moment.SlotSeconds;
    private const int NightsAtHome = 3;
    private const double UsuallyAway = 0.5;
    private const int FewestDays = 5;

    /// <summary>One observation a day, at the first such use.</summary>
    public IReadOnlyList<Observation> Find(AccountSightings sightings, Whereabouts whereabouts)
    {
        var phone = PhoneMoments(sightings.Account);
        var homes = HomesOf(phone);
        if (homes.Count == 0)
        {
            return [];
        }

        var atHome = phone.Where(p => homes.Contains(p.Network)).Select(p => p.Slot).ToList();
        var away = phone.Where(p => !homes.Contains(p.Network) && IsSchoolTime(p.Slot)).Select(p => p.Slot / Moment.SlotsPerDay).ToHashSet();
        var school = sightings.Present
            .Where(s => s.Device.IsRoomComputer && IsSchoolTime(s.Slot) && !whereabouts.MayBeRemote(s))
            .ToList();
        var found = new Dictionary<int, Observation>();
        foreach (var s in school)
        {
            if (!away.Contains(s.Day) && !found.ContainsKey(s.Day) && Around(atHome, s.Slot) is { } around)
            {
                found[s.Day] = new Observation(SignInEvidenceKind.PhoneElsewhere, s.Slot, [s.Device], 0, $"on {s.Device.Name} in school, while the person's phone was at home")
                {
                    Marks = [around.Before, s.Slot, around.After],
                };
            }
        }

        // A phone that is away on most other days is carried; else nothing says that it is the person's companion.
        var others = school.Select(s => s.Day).Where(d => !found.ContainsKey(d)).ToHashSet();
        return others.Count >= FewestDays && others.Count(away.Contains) >= UsuallyAway * others.Count ? [.. found.Values] : [];
    }

    private static (int Before, int After)? Around(List<int> atHome, int slot)
    {
        var at = atHome.BinarySearch(slot);
        at = at < 0 ? ~at : at;
        return at > 0 && at < atHome.Count && slot - atHome[at - 1] <= AroundSlots && atHome[at] - slot <= AroundSlots ? (atHome[at - 1], atHome[at]) : null;
    }

    private static List<(int Slot, SignInNetwork Network)> PhoneMoments(AccountTimeline account)
    {
        var moments = new List<(int Slot, SignInNetwork Network)>();
        foreach (var stream in account.Streams.Where(s => s.Device.Kind == DeviceKind.Phone))
        {
            foreach (var moment in stream.InOrder())
            {
                if (moment.Kind is MomentKind.Background or MomentKind.Present)
                {
                    moments.Add((moment.Slot, stream.Network));
                }
            }
        }

        moments.Sort((a, b) => a.Slot.CompareTo(b.Slot));
        return moments;
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
