namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Recorded links between staff and families.</summary>
    public FamilyLinkRecords FamilyLinks => field ??= new(this);

    /// <summary>Texts to families.</summary>
    public TextMessageRecords TextMessages => field ??= new(this);

    /// <summary>Reviews of correspondence.</summary>
    public CorrespondenceReviewRecords CorrespondenceReviews => field ??= new(this);
}
