namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>A review of filtering and monitoring as it was recorded; never edited afterwards.</summary>
/// <param name="Id">Its id, such as <c>V-0001</c>.</param>
/// <param name="At">When it took place.</param>
/// <param name="ReviewerIds">Who took part, by person id; one of SLT at least.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="AcceptedGaps">Gaps that stay for now.</param>
/// <param name="AcceptedById">The SLT member who accepted them; null where there are none.</param>
/// <param name="NextReview">The day on which the next is due.</param>
/// <param name="RecordedBy">Operator id.</param>
/// <param name="RecordedAt">When it was recorded.</param>
internal sealed record FilteringReviewFact(
    string Id,
    DateTimeOffset At,
    IReadOnlyList<string> ReviewerIds,
    string Outcome,
    IReadOnlyList<string> AcceptedGaps,
    string? AcceptedById,
    DateOnly NextReview,
    string RecordedBy,
    DateTimeOffset RecordedAt);
