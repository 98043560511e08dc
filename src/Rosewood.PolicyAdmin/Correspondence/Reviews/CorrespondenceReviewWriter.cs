using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Correspondence.Reviews;

/// <summary>
/// Keeps a review of correspondence. That somebody looked is itself the evidence that COM-1 and COM-4 are kept an eye on, so every run over
/// everybody is kept, whoever may run it; what it found is shown also where it can't be kept.
/// </summary>
internal static class CorrespondenceReviewWriter
{
    private const string Clause = "COM-1";

    /// <summary>Keeps a review with its audit entry, which holds counts only.</summary>
    /// <returns>The review with its id.</returns>
    public static CorrespondenceReview Record(CommandContext context, CorrespondenceReviewContent content, IReadOnlyList<CorrespondenceReviewFinding> findings)
    {
        using var change = context.BeginChange();
        var review = context.Store.CorrespondenceReviews.Add(change, new CorrespondenceReview("", change.Origin.At, context.Operator.Id, content, findings));
        change.Audit(Clause, review.Id, before: null, new
        {
            content.From,
            content.Until,
            Found = content.Kinds.Values.Sum(),
            content.Possible,
            content.Dismissed,
            Sources = content.Sources.Count,
            Records = content.Sources.Sum(static s => s.Records),
            Blind = content.Blind.Count,
        });
        change.Commit();
        return review;
    }

    /// <summary>The same; where the store can't be written now, a warning says that the review was not kept.</summary>
    /// <returns>The review, or null when it was not kept.</returns>
    public static CorrespondenceReview? TryRecord(CommandContext context, CorrespondenceReviewContent content, IReadOnlyList<CorrespondenceReviewFinding> findings, ICommandSink sink)
    {
        try
        {
            return Record(context, content, findings);
        }
        catch (Exception e) when ((e is FaultException f ? f.Fault : CommandFaults.From(e)) is { Kind: FaultKind.Unavailable } fault)
        {
            sink.Warn($"The results below are whole, but this review was not kept, so Get-PolicyControl will not show it. {fault.Message}");
            return null;
        }
    }
}
