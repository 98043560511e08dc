using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>
/// Keeps a review of sign-ins. That somebody looked is itself the evidence that LOG-1 is kept an eye on, so every run over all accounts is
/// kept, whoever may run it; what it found is shown also where it can't be kept.
/// </summary>
internal static class SignInReviewWriter
{
    private const string Clause = "LOG-1";

    /// <summary>Keeps a review with its audit entry, which holds ids and counts only.</summary>
    /// <returns>The review with its id.</returns>
    public static SignInReview Record(CommandContext context, SignInReviewContent content)
    {
        using var change = context.BeginChange();
        var shared = content.Findings.Count(static f => f.Verdict == SharedCredentialVerdict.Shared);
        var review = context.Store.SignInReviews.Add(
            change,
            new SignInReview("", change.Origin.At, context.Operator.Id, content, shared, content.Findings.Count - shared));
        change.Audit(Clause, review.Id, before: null, new
        {
            content.From,
            content.Until,
            content.Judged,
            review.Shared,
            review.Possible,
            content.Dismissed,
            Declared = content.Declared.Count,
            Sources = content.Sources.Count,
            Records = content.Sources.Sum(static s => s.Records),
            Blind = content.Blind.Count,
        });
        change.Commit();
        return review;
    }

    /// <summary>The same; where the store can't be written now, a warning says that the review was not kept.</summary>
    /// <returns>The review, or null when it was not kept.</returns>
    public static SignInReview? TryRecord(CommandContext context, SignInReviewContent content, ICommandSink sink)
    {
        try
        {
            return Record(context, content);
        }
        catch (Exception e) when (FaultOf(e) is { Kind: FaultKind.Unavailable } fault)
        {
            sink.Warn($"The results below are whole, but this review was not kept, so neither reports nor Get-PolicyControl will show it. {fault.Message}");
            return null;
        }
    }

    private static Fault? FaultOf(Exception error) => error is FaultException e ? e.Fault : CommandFaults.From(error);
}
