using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Keeps the longest visits of a stream; of two alike the earlier.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class LongestVisits(int most)
{
    private readonly PriorityQueue<Visit, (TimeSpan Duration, long Earliness)> _kept = new();

    /// <summary>How many were let go.</summary>
    public long LeftOut { get; private set; }

    public void Add(Visit visit)
    {
        var rank = (visit.End - visit.Start, -visit.Start.UtcTicks);
        if (_kept.Count < most)
        {
            _kept.Enqueue(visit, rank);
            return;
        }

        LeftOut++;
        _kept.EnqueueDequeue(visit, rank);
    }

    /// <summary>Those kept, by person, then time.</summary>
    public IReadOnlyList<ReportVisit> ToList() =>
    [
        .. _kept.UnorderedItems
            .Select(i => i.Element)
            .OrderBy(v => v.User, StringComparer.Ordinal)
            .ThenBy(v => v.Start)
            .ThenBy(v => v.Service, StringComparer.Ordinal)
            .Select(v => new ReportVisit(
                v.User!,
                v.Device,
                v.DeviceClass,
                v.Service,
                v.NamedInPolicy,
                v.Start,
                v.End > v.Start ? v.End - v.Start : TimeSpan.Zero,
                v.Hits,
                v.Reason,
                VerdictWords.Why(v.Reason),
                v.Clause)),
    ];
}
