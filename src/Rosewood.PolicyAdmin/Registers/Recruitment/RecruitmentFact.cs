namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>An interview as it was recorded (REC-1, REC-2); never edited afterwards.</summary>
public sealed record RecruitmentFact
{
    /// <summary>Its id, such as <c>IV-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The candidate's name: nobody on the roster yet.</summary>
    public required string Candidate { get; init; }

    /// <summary>The post.</summary>
    public required string Post { get; init; }

    /// <summary>The day of the interview.</summary>
    public required DateOnly InterviewDate { get; init; }

    /// <summary>Whether social media was talked about (REC-1).</summary>
    public bool SocialMediaDiscussed { get; init; }

    /// <summary>Whether the candidate looked through what they have posted (REC-2).</summary>
    public bool PostsLookedThrough { get; init; }

    /// <summary>What became of them.</summary>
    public RecruitmentOutcome Outcome { get; init; }

    /// <summary>The day on which that was decided; null while it is open.</summary>
    public DateOnly? OutcomeDate { get; init; }

    /// <summary>Who they are on the roster; null until they are.</summary>
    public string? PersonId { get; init; }

    /// <summary>The operator who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What was added to a record later; null where it stays as it was.</summary>
public sealed record RecruitmentUpdate
{
    /// <summary>Which record.</summary>
    public required string RecordId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The operator who recorded it.</summary>
    public required string By { get; init; }

    /// <summary>That social media was talked about.</summary>
    public bool SocialMediaDiscussed { get; init; }

    /// <summary>That the candidate looked through what they have posted.</summary>
    public bool PostsLookedThrough { get; init; }

    /// <summary>What became of them.</summary>
    public RecruitmentOutcome? Outcome { get; init; }

    /// <summary>The day on which that was decided.</summary>
    public DateOnly? OutcomeDate { get; init; }

    /// <summary>Who they are on the roster.</summary>
    public string? PersonId { get; init; }

    /// <summary>A record with this applied.</summary>
    internal RecruitmentFact ApplyTo(RecruitmentFact fact) => fact with
    {
        SocialMediaDiscussed = fact.SocialMediaDiscussed || SocialMediaDiscussed,
        PostsLookedThrough = fact.PostsLookedThrough || PostsLookedThrough,
        Outcome = Outcome ?? fact.Outcome,
        OutcomeDate = Outcome is null ? fact.OutcomeDate : OutcomeDate,
        PersonId = PersonId ?? fact.PersonId,
    };
}

/// <summary>A record with what was added to it later.</summary>
/// <param name="Original">As recorded.</param>
/// <param name="Updates">What was added, oldest first.</param>
public sealed record RecordedRecruitment(RecruitmentFact Original, IReadOnlyList<RecruitmentUpdate> Updates)
{
    /// <summary>As it stands now.</summary>
    public RecruitmentFact Fact => field ??= Updates.Aggregate(Original, static (fact, update) => update.ApplyTo(fact));
}
