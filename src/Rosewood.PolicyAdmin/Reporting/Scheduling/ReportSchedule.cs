using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>A report that is made and sent by itself, with what became of it last: what <c>Get-PolicyReportSchedule</c> gives.</summary>
public sealed record ReportSchedule
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it covers.</summary>
    public required ReportSchedulePeriod Period { get; init; }

    /// <summary>For whom it is.</summary>
    public required ReportRecipientGroup Audience { get; init; }

    /// <summary>Its forms.</summary>
    public required IReadOnlyList<ReportFormat> Format { get; init; }

    /// <summary>The day of the week: the first such day after the period has ended.</summary>
    public required DayOfWeek Day { get; init; }

    /// <summary>The local time.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>To whom it goes; empty: the audience's addresses in policy.json.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>Where it stands: <c>registered</c>, or <c>policy.json</c>.</summary>
    public required string Source { get; init; }

    /// <summary>When it is due next, in the school's local time; null: no term lies ahead.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>The last period that was dealt with, in words; null: none yet.</summary>
    public string? LastPeriod { get; init; }

    /// <summary>What became of it; null: none yet.</summary>
    public ReportRunState? LastState { get; init; }

    /// <summary>How many periods are due and not done.</summary>
    public int Missed { get; init; }

    /// <summary>What a person has to do or know, such as the commands that put the timer in its place; empty: nothing.</summary>
    public string Next { get; init; } = "";
}

/// <summary>What became of a scheduled report.</summary>
public enum ReportRunState
{
    /// <summary>It was not made; the next run tries again.</summary>
    Failed,

    /// <summary>It was made, and has not been sent yet; the next run sends it.</summary>
    Made,

    /// <summary>It was made and sent.</summary>
    Sent,

    /// <summary>It was made and lies in the reports folder; the school sends no mail.</summary>
    Kept,

    /// <summary>It was missed so long ago that it was not made.</summary>
    Skipped,
}
