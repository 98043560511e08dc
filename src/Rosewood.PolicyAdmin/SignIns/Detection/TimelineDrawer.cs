using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Picks the days that show a case best and lays them out in lanes.</summary>
internal sealed class TimelineDrawer(SignInTimeline timeline, TimeZoneInfo zone)
{
    private const int MostDays = 3;

    /// <summary>The days, in order of time.</summary>
    public IReadOnlyList<SignInDay> Draw(AccountTimeline account, IReadOnlyList<WeighedEvidence> evidence)
    {
        var marks = evidence.SelectMany(e => e.Observations).SelectMany(o => o.Marks).ToHashSet();
        var sightings = new AccountSightings(account);
        var days = evidence
            .SelectMany(e => e.Observations)
            .Where(o => o.Devices.Count > 0)
            .GroupBy(o => DateOf(o.Slot))
            .OrderByDescending(g => g.Select(o => o.Kind).Distinct().Count())
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Take(MostDays)
            .Select(g => g.Key)
            .Order();
        return [.. days.Select(d => Draw(d, sightings, marks))];
    }

    private static SignInMarkKind? KindOf(MomentKind kind) => kind switch
    {
        MomentKind.Present or MomentKind.InUse => SignInMarkKind.SignedIn,
        MomentKind.Remote => SignInMarkKind.Remote,
        MomentKind.WrongPassword or MomentKind.PasswordOutdated => SignInMarkKind.Failed,
        MomentKind.SecondFactorRefused or MomentKind.SecondFactorTimedOut => SignInMarkKind.Refused,
        MomentKind.PasswordChanged => SignInMarkKind.PasswordChanged,
        _ => null,
    };

    private SignInDay Draw(DateOnly date, AccountSightings sightings, HashSet<int> evidence)
    {
        var lanes = sightings.All
            .Where(s => DateOf(s.Slot) == date && KindOf(s.Kind) is not null)
            .GroupBy(s => (s.Device, Place: PlaceText.Of(s)))
            .Select(g => new SignInLane(
                g.Key.Device.Name,
                g.Key.Place,
                [.. g.Select(s => new SignInMark(TimeZoneInfo.ConvertTime(timeline.TimeOf(s.Slot), zone), KindOf(s.Kind)!.Value, evidence.Contains(s.Slot)))]));
        return new SignInDay(date, [.. lanes]);
    }

    private DateOnly DateOf(int slot) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(timeline.TimeOf(slot), zone).DateTime);
}
