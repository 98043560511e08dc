namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Whether messages to oneself follow families' messages: how many come within a few minutes of one, and how likely that many would be if
/// they came at any time of the working days. Three window lengths are tried, which the limits allow for.
/// </summary>
internal sealed class ForwardRhythm
{
    private const double WorkingHours = 9;
    private const double LeastShare = 0.02;
    private const double TightChance = 0.01 / 3;
    private const double LooseChance = 0.003 / 3;
    private static readonly int[] Windows = [5, 15, 45];

    private readonly HashSet<long> _following;

    private ForwardRhythm(int minutes, HashSet<long> following, double chance, int days)
    {
        Minutes = minutes;
        _following = following;
        IsTight = following.Count >= 3 && days >= 2 && chance < TightChance;
        IsLoose = IsTight || (following.Count >= 2 && days >= 2 && chance < LooseChance);
    }

    /// <summary>The window, in minutes.</summary>
    public int Minutes { get; }

    /// <summary>How many messages follow one by a family.</summary>
    public int Hits => _following.Count;

    /// <summary>Three and more on several days, far beyond chance.</summary>
    public bool IsTight { get; }

    /// <summary>At least two on two days, far beyond chance.</summary>
    public bool IsLoose { get; }

    /// <summary>Whether a message that was sent then follows one by a family.</summary>
    public bool Follows(long utcTicks) => _following.Contains(utcTicks);

    /// <summary>Looks for a rhythm.</summary>
    /// <param name="sent">When messages were sent to oneself, UTC ticks.</param>
    /// <param name="arrivals">When families' messages arrived, UTC ticks.</param>
    /// <param name="zone">The school's zone.</param>
    public static ForwardRhythm Of(IReadOnlyList<long> sent, IReadOnlyList<long> arrivals, TimeZoneInfo zone)
    {
        var times = arrivals.Order().ToArray();
        var days = times.Concat(sent).Select(t => Day(t, zone)).ToHashSet();
        return Windows.Select(w => (Window: w, Rhythm: Of(sent, times, days.Count, w, zone, out var chance), Chance: chance))
            .OrderByDescending(static r => r.Rhythm.IsTight).ThenByDescending(static r => r.Rhythm.IsLoose).ThenBy(static r => r.Chance).First().Rhythm;
    }

    private static ForwardRhythm Of(IReadOnlyList<long> sent, long[] arrivals, int days, int minutes, TimeZoneInfo zone, out double chance)
    {
        var window = minutes * TimeSpan.TicksPerMinute;
        long covered = 0;
        for (var i = 0; i < arrivals.Length; i++)
        {
            covered += i + 1 < arrivals.Length ? Math.Min(window, arrivals[i + 1] - arrivals[i]) : window;
        }

        var share = Math.Clamp(covered / (days * WorkingHours * TimeSpan.TicksPerHour), LeastShare, 1);
        var following = sent.Where(t => Array.BinarySearch(arrivals, t) is var at && (at >= 0 || (~at > 0 && t - arrivals[~at - 1] <= window))).ToHashSet();
        chance = Tail(sent.Count, following.Count, share);
        return new ForwardRhythm(minutes, following, chance, following.Select(t => Day(t, zone)).Distinct().Count());
    }

    /// <summary>How likely at least so many of so many would be.</summary>
    private static double Tail(int of, int hits, double share)
    {
        var tail = 0.0;
        var term = Math.Pow(1 - share, of);
        for (var k = 0; k <= of; k++)
        {
            tail += k >= hits ? term : 0;
            term *= (of - k) / (k + 1.0) * share / Math.Max(1 - share, 1e-12);
        }

        return hits == 0 || share >= 1 ? 1 : Math.Min(tail, 1);
    }

    private static DateOnly Day(long ticks, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(new DateTime(ticks, DateTimeKind.Utc), zone));
}
