using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>A file of the report that was written: what <c>New-PolicyComplianceReport</c> gives.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its form.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="From">First instant of the period.</param>
/// <param name="Until">First instant after the period.</param>
/// <param name="Visits">Visits seen in the period.</param>
/// <param name="Unexplained">How many of them are unexplained.</param>
/// <param name="EvidenceComplete">Whether no hole in the evidence is known.</param>
/// <param name="AuditHead">The audit trail's head as the report prints it.</param>
public sealed record ReportFile(
    string Path,
    ReportFormat Format,
    ReportRecipientGroup Audience,
    DateTimeOffset From,
    DateTimeOffset Until,
    long Visits,
    long Unexplained,
    bool EvidenceComplete,
    string AuditHead);
