namespace Rosewood.PolicyAdmin.Reporting.Trends;

/// <summary>Which times the period is compared with.</summary>
/// <param name="SchoolDays">Days with school in the period itself.</param>
/// <param name="Before">The period before; null: none.</param>
/// <param name="Terms">Terms up to the period's, the oldest first; the last may go on.</param>
internal sealed record TrendPlan(int SchoolDays, TrendSpan? Before, IReadOnlyList<TrendSpan> Terms)
{
    /// <summary>Times that would be compared with, by name, whose visits are no longer kept, or not all of them.</summary>
    public IReadOnlyList<string> NoLongerKept { get; init; } = [];

    /// <summary>Nothing to compare with.</summary>
    public static TrendPlan None { get; } = new(0, Before: null, []);

    /// <summary>All times, in the order of <see cref="TrendTally"/>.</summary>
    public IReadOnlyList<TrendSpan> Spans => Before is null ? Terms : [Before, .. Terms];

    /// <summary>The stretches of time before an instant that the times cover, each instant once, the oldest first: holidays between them are in none.</summary>
    /// <param name="end">The period's first instant: its own visits are counted with it.</param>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Stretches(DateTimeOffset end)
    {
        var stretches = new List<(DateTimeOffset From, DateTimeOffset Until)>();
        foreach (var span in Spans.Where(s => s.From < end).OrderBy(static s => s.From))
        {
            var until = span.Until < end ? span.Until : end;
            if (stretches is [.., var last] && span.From <= last.Until)
            {
                stretches[^1] = (last.From, until > last.Until ? until : last.Until);
            }
            else
            {
                stretches.Add((span.From, until));
            }
        }

        return stretches;
    }
}

/// <summary>A time whose visits are counted.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="SchoolDays">Days with school in it.</param>
/// <param name="Holes">Holes in its evidence.</param>
internal sealed record TrendSpan(string Name, DateTimeOffset From, DateTimeOffset Until, int SchoolDays, int Holes);
