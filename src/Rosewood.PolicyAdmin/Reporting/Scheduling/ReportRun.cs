namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>What became of one period of a schedule.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="From">The period's first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="At">When it was last tried.</param>
/// <param name="State">What became of it.</param>
/// <param name="File">The name of the file that is sent; empty: none.</param>
/// <param name="Detail">What a person has to know; empty: nothing.</param>
public sealed record ReportRun(string Schedule, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset At, ReportRunState State, string File, string Detail);
