namespace Rosewood.PolicyAdmin.Storage;

public sealed partial class PolicyStore
{
    /// <summary>Recorded links between staff and families.</summary>
    public FamilyLinkRecords FamilyLinks => field ??= new(this);

    /// <summary>Texts to families.</summary>
    public TextMessageRecords TextMessages => field ??= new(this);

    /// <summary>Reviews of correspondence.</summary>
    public CorrespondenceReviewRecords CorrespondenceReviews => field ??= new(this);

    /// <summary>Incidents.</summary>
    public IncidentRecords Incidents => field ??= new(this);

    /// <summary>Sealed safeguarding concerns.</summary>
    public ConcernRecords Concerns => field ??= new(this);

    /// <summary>The public parts of safeguarding keys.</summary>
    public SafeguardingKeyRecords SafeguardingKeys => field ??= new(this);

    /// <summary>Acknowledgements of the policy.</summary>
    public AcknowledgementRecords Acknowledgements => field ??= new(this);

    /// <summary>Recruitment records.</summary>
    public RecruitmentRecords Recruitment => field ??= new(this);

    /// <summary>Rulings of SLT.</summary>
    public RulingRecords Rulings => field ??= new(this);
}
