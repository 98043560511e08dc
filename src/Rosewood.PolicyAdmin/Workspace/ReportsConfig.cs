using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Who gets reports, and when.</summary>
public sealed record ReportsConfig
{
    /// <summary>Addresses by audience.</summary>
    public IReadOnlyList<ReportRecipientsConfig> Recipients { get; init; } = [];

    /// <summary>Who else gets what could be about a holder of a role.</summary>
    public IReadOnlyList<ReportRouteConfig> Routes { get; init; } = [];

    /// <summary>Who is told when a scheduled report fails, mail addresses.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    /// <summary>Reports that are made and sent by themselves.</summary>
    public IReadOnlyList<ReportScheduleConfig> Schedule { get; init; } = [];
}

/// <summary>An audience's addresses.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Addresses">Its mail addresses, lower case.</param>
public sealed record ReportRecipientsConfig(ReportRecipientGroup Audience, IReadOnlyList<string> Addresses);

/// <summary>A route for what could be about a holder of a role.</summary>
/// <param name="About">The role.</param>
/// <param name="To">Who gets it, mail addresses.</param>
/// <param name="Instead">True: in place of the usual recipients; false: besides them.</param>
public sealed record ReportRouteConfig(Role About, IReadOnlyList<string> To, bool Instead);

/// <summary>A report that is made and sent by itself.</summary>
/// <param name="Period">What it covers.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Day">The day of the week; the first such day after the period has ended.</param>
/// <param name="At">The local time.</param>
public sealed record ReportScheduleConfig(ReportSchedulePeriod Period, ReportRecipientGroup Audience, DayOfWeek Day, TimeOnly At);

/// <summary>For whom a report is.</summary>
public enum ReportRecipientGroup
{
    /// <summary>The senior leadership team.</summary>
    Slt,

    /// <summary>The designated safeguarding lead.</summary>
    Dsl,

    /// <summary>The data protection officer.</summary>
    Dpo,

    /// <summary>The governors.</summary>
    Governors,
}

/// <summary>What a scheduled report covers.</summary>
public enum ReportSchedulePeriod
{
    /// <summary>Monday to Sunday before.</summary>
    LastWeek,

    /// <summary>The calendar month before.</summary>
    LastMonth,

    /// <summary>The term that ended last.</summary>
    LastTerm,
}
