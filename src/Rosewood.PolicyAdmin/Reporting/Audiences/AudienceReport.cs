using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Audiences;

/// <summary>The report for the safeguarding lead, the data protection officer or the governors: nothing in it that they may not see.</summary>
public sealed record AudienceReport
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The school.</summary>
    public required string School { get; init; }

    /// <summary>For whom.</summary>
    public required ReportRecipientGroup Audience { get; init; }

    /// <summary>The period.</summary>
    public required ReportPeriod Period { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>To whom it must not go.</summary>
    public required string RecipientsNote { get; init; }

    /// <summary>Whether no hole in the evidence is known.</summary>
    public required bool EvidenceComplete { get; init; }

    /// <summary>How complete the evidence is, in a sentence.</summary>
    public required string Evidence { get; init; }

    /// <summary>The holes by their sort.</summary>
    public required ReportTable Holes { get; init; }

    /// <summary>The whole in sentences.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>What the audience is asked to decide or look over.</summary>
    public required ReportDecisions Decisions { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<ReportSection> Sections { get; init; }

    /// <summary>Each clause and what stands behind it.</summary>
    public required IReadOnlyList<PolicyControl> Clauses { get; init; }

    /// <summary>The audit trail's proof at the moment of the report.</summary>
    public required AuditProof Audit { get; init; }
}
