using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting.Trends;

/// <summary>Counts visits by verdict for the times that the period is compared with, while they stream past.</summary>
/// <param name="plan">The times.</param>
internal sealed class TrendTally(TrendPlan plan)
{
    private readonly VerdictTally[] _tallies = [.. plan.Spans.Select(static _ => new VerdictTally())];
    private readonly IReadOnlyList<TrendSpan> _spans = plan.Spans;

    /// <summary>The times.</summary>
    public TrendPlan Plan { get; } = plan;

    /// <summary>Counts a visit in each time that it began in.</summary>
    public void Add(Visit visit)
    {
        if (visit.Verdict == Verdict.NotInScope)
        {
            return;
        }

        for (var i = 0; i < _spans.Count; i++)
        {
            if (visit.Start >= _spans[i].From && visit.Start < _spans[i].Until)
            {
                _tallies[i].Add(visit.Verdict);
            }
        }
    }

    /// <summary>What was counted in one of the times.</summary>
    public VerdictCounts Of(TrendSpan span)
    {
        for (var i = 0; i < _spans.Count; i++)
        {
            if (ReferenceEquals(_spans[i], span))
            {
                return _tallies[i].ToCounts();
            }
        }

        return new VerdictTally().ToCounts();
    }
}
