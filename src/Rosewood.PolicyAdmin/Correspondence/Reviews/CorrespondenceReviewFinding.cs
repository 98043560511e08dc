using System.Text.Json.Serialization;

namespace Rosewood.PolicyAdmin.Correspondence.Reviews;

/// <summary>A finding as a review keeps it: without message ids, and without any address.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="When">When first; null for settings.</param>
/// <param name="LastSeen">When last; null for settings.</param>
/// <param name="Count">How many messages, rules or visits.</param>
/// <param name="Family">The family, such as <c>family:F-1042</c>; null where the correspondent is none.</param>
/// <param name="Confidence">How sure, 0–1.</param>
/// <param name="Clause">The clause.</param>
/// <param name="DeclaredAs">What explains it; null: nothing.</param>
internal sealed record CorrespondenceReviewFinding(
    CorrespondenceKind Kind,
    DateTimeOffset? When,
    DateTimeOffset? LastSeen,
    int Count,
    string? Family,
    double Confidence,
    string Clause,
    string? DeclaredAs)
{
    private const string FamilyPrefix = "family:";

    /// <summary>Whom it is about; a column of its own, so that what is about one person can be taken out.</summary>
    [JsonIgnore]
    public string PersonId { get; init; } = "";

    /// <summary>What is kept of a finding; null where it is about nobody personally.</summary>
    public static CorrespondenceReviewFinding? Of(UnofficialCorrespondence finding) => finding.PersonId is not { } person ? null : new CorrespondenceReviewFinding(
        finding.Kind,
        finding.When,
        finding.LastSeen,
        finding.Count,
        finding.Correspondent is { } c && c.StartsWith(FamilyPrefix, StringComparison.Ordinal) ? c : null,
        finding.Confidence,
        finding.Clause,
        finding.DeclaredAs)
    {
        PersonId = person,
    };
}
