namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>A period of a schedule with the instant at which its report is due.</summary>
/// <param name="Period">The period.</param>
/// <param name="DueAt">When, in the school's local time.</param>
/// <param name="Last">What became of it at the last try; null: it was not tried.</param>
internal sealed record DueReport(ReportPeriod Period, DateTimeOffset DueAt, ReportRun? Last)
{
    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => Last is { State: ReportRunState.Sent or ReportRunState.Kept or ReportRunState.Skipped };
}
