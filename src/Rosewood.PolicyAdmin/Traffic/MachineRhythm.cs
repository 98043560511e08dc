namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Tells a machine's rhythm from a person's use, over one day of one user, device and service: steady intervals and small, alike sizes
/// that go on through hours when nobody was there. Needs night traffic as its proof; a steady person by day never counts as a machine.
/// </summary>
internal sealed class MachineRhythm
{
    /// <summary>Fewer night hits than this prove nothing.</summary>
    private const int FewestHits = 12;

    /// <summary>Half hours of the night in which it must be heard: three hours.</summary>
    private const int FewestNightSlots = 6;

    private static readonly TimeSpan NightSlot = TimeSpan.FromMinutes(30);

    /// <summary>Standard deviation over mean of the gaps: a timer stays far below, people far above.</summary>
    private const double SteadyVariation = 0.35;

    /// <summary>A poll's answer is small.</summary>
    private const long LargestPoll = 96 * 1024;

    /// <summary>The largest of alike sizes is at most this many times the smallest, plus room for headers.</summary>
    private const int AlikeFactor = 4;
    private const long HeaderRoom = 4 * 1024;

    private readonly double _meanGapSeconds;
    private readonly long _largest;
    private readonly bool _wasRefused;

    private MachineRhythm(double meanGapSeconds, long largest, bool wasRefused)
    {
        _meanGapSeconds = meanGapSeconds;
        _largest = largest;
        _wasRefused = wasRefused;
    }

    /// <summary>The rhythm in a day's visits, or null.</summary>
    /// <param name="day">One user's, device's and service's visits of one local day, in order.</param>
    /// <param name="isNight">Whether an instant is one when nobody is there.</param>
    public static MachineRhythm? Find(IReadOnlyList<VisitEvidence> day, Func<DateTimeOffset, bool> isNight)
    {
        // Most are none: a few hits or a short time in all prove nothing, whenever they were.
        var (hits, slots) = (0L, 0L);
        foreach (var visit in day)
        {
            hits += visit.Hits;
            slots += LastSlot(visit) - FirstSlot(visit) + 1;
        }

        if (hits < FewestHits || slots < FewestNightSlots)
        {
            return null;
        }

        // Fast polls join into one long visit that begins in the evening or ends in the morning: what reaches into the night counts whole.
        var night = day.Where(v => NightSlotsOf(v, isNight).Any()).ToList();
        if (night.Sum(v => v.Hits) < FewestHits || night.SelectMany(v => NightSlotsOf(v, isNight)).Distinct().Count() < FewestNightSlots)
        {
            return null;
        }

        var smallest = night.Min(v => v.SmallestHit);
        var largest = night.Max(v => v.LargestHit);
        if (largest > LargestPoll || largest > (AlikeFactor * smallest) + HeaderRoom)
        {
            return null;
        }

        var (mean, variation) = Gaps(night);
        return variation <= SteadyVariation ? new MachineRhythm(mean, largest, night.Any(v => v.PersonBlocked > 0)) : null;
    }

    /// <summary>Whether a visit is nothing but the machine: its hits no denser and no larger than the rhythm's.</summary>
    public bool Covers(VisitEvidence visit)
    {
        var span = (visit.LastStart - visit.Start).TotalSeconds;
        var expected = 1 + (span / _meanGapSeconds);
        if (visit.PersonBlocked > 0 && !_wasRefused)
        {
            // The machine was let through at night: who is refused by day is somebody else.
            return false;
        }

        return visit.LargestHit <= (_largest * 3 / 2) + HeaderRoom && visit.Hits <= (expected * 1.5) + 1;
    }

    private static long FirstSlot(VisitEvidence visit) => visit.Start.UtcTicks / NightSlot.Ticks;

    private static long LastSlot(VisitEvidence visit) => visit.End.UtcTicks / NightSlot.Ticks;

    /// <summary>The half hours of the night that a visit reaches into.</summary>
    private static IEnumerable<long> NightSlotsOf(VisitEvidence visit, Func<DateTimeOffset, bool> isNight)
    {
        for (var slot = FirstSlot(visit); slot <= LastSlot(visit); slot++)
        {
            if (isNight(new DateTimeOffset(slot * NightSlot.Ticks, TimeSpan.Zero)))
            {
                yield return slot;
            }
        }
    }

    /// <summary>Mean gap in seconds and its relative variation, within visits and between them; one long pause (evening to night) is left out.</summary>
    private static (double Mean, double Variation) Gaps(List<VisitEvidence> visits)
    {
        var between = visits.Zip(visits.Skip(1), (a, b) => (b.Start - a.LastStart).TotalSeconds).ToList();
        if (between.Count > 0)
        {
            // The school day lies between early morning and late evening: that gap is no beat.
            between.Remove(between.Max());
        }

        var count = between.Count + visits.Sum(v => v.Hits - 1);
        if (count < FewestHits / 2)
        {
            return (0, double.PositiveInfinity);
        }

        var sum = between.Sum() + visits.Sum(v => (v.LastStart - v.Start).TotalSeconds);
        var squares = between.Sum(g => g * g) + visits.Sum(v => v.GapSquares);
        var mean = sum / count;
        var variance = Math.Max(0, (squares / count) - (mean * mean));
        return mean > 0 ? (mean, Math.Sqrt(variance) / mean) : (0, double.PositiveInfinity);
    }
}
