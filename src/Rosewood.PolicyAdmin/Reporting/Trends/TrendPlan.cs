namespace Rosewood.PolicyAdmin.Reporting.Trends;

/// <summary>Which times the period is compared with.</summary>
/// <param name="SchoolDays">Days with school in the period itself.</param>
/// <param name="Before">The period before; null: none.</param>
/// <param name="Terms">Terms up to the period's, the oldest first; the last may go on.</param>
internal sealed record TrendPlan(int SchoolDays, TrendSpan? Before, IReadOnlyList<TrendSpan> Terms)
{
    /// <summary>Nothing to compare with.</summary>
    public static TrendPlan None { get; } = new(0, Before: null, []);

    /// <summary>All times, in the order of <see cref="TrendTally"/>.</summary>
    public IReadOnlyList<TrendSpan> Spans => Before is null ? Terms : [Before, .. Terms];
}

/// <summary>A time whose visits are counted.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="SchoolDays">Days with school in it.</param>
/// <param name="Holes">Holes in its evidence.</param>
internal sealed record TrendSpan(string Name, DateTimeOffset From, DateTimeOffset Until, int SchoolDays, int Holes);
