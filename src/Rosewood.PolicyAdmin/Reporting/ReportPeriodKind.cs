namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Which time a report is about.</summary>
public enum ReportPeriodKind
{
    /// <summary>The last whole week, Monday to Sunday.</summary>
    LastWeek,

    /// <summary>The last whole calendar month.</summary>
    LastMonth,

    /// <summary>The last term that is over.</summary>
    LastTerm,

    /// <summary>From a given time to a given time.</summary>
    Custom,
}
