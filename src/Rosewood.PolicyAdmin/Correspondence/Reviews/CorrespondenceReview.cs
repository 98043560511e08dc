namespace Rosewood.PolicyAdmin.Correspondence.Reviews;

/// <summary>A search for unofficial correspondence over everybody, as it was kept: the ground of COM-1 and COM-4.</summary>
/// <param name="Id">Its id, such as <c>C-0001</c>; empty until it is kept.</param>
/// <param name="At">When it was run.</param>
/// <param name="OperatorId">Who ran it.</param>
/// <param name="Content">What it looked at and counted.</param>
/// <param name="Findings">What it found about people. What was taken out since is not in it any more.</param>
internal sealed record CorrespondenceReview(string Id, DateTimeOffset At, string OperatorId, CorrespondenceReviewContent Content, IReadOnlyList<CorrespondenceReviewFinding> Findings);
