namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>How much of a part of the report an audience sees; each step shows more than the one before.</summary>
public enum ReportDetail
{
    /// <summary>Nothing: the part is left out.</summary>
    None,

    /// <summary>Shares and counts; a count of one to four is hidden, and so is every further one from which it could be worked out.</summary>
    Shares,

    /// <summary>Counts as they are, nobody named.</summary>
    Counts,

    /// <summary>Members of staff by name; whoever is not on the roster is counted only.</summary>
    Names,
}
