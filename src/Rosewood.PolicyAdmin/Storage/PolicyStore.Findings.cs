namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Dismissals of findings.</summary>
    public SuppressionRecords Suppressions => field ??= new(this);

    /// <summary>When members of staff were absent.</summary>
    public AbsenceRecords Absences => field ??= new(this);

    /// <summary>Reviews of sign-ins for shared logins.</summary>
    public SignInReviewRecords SignInReviews => field ??= new(this);
}
