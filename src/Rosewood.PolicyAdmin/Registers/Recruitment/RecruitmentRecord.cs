using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers.Recruitment;

/// <summary>A recruitment record (REC-1, REC-2), as it stands.</summary>
public sealed record RecruitmentRecord
{
    /// <summary>Its id, such as <c>IV-0001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The candidate's name.</summary>
    public required string Candidate { get; init; }

    /// <summary>The post.</summary>
    public required string Post { get; init; }

    /// <summary>The day of the interview.</summary>
    public required DateOnly InterviewDate { get; init; }

    /// <summary>Whether social media was talked about (REC-1).</summary>
    public required bool SocialMediaDiscussed { get; init; }

    /// <summary>Whether the candidate looked through what they have posted (REC-2).</summary>
    public required bool PostsLookedThrough { get; init; }

    /// <summary>What became of them.</summary>
    public required RecruitmentOutcome Outcome { get; init; }

    /// <summary>The day on which that was decided; null while it is open.</summary>
    public required DateOnly? OutcomeDate { get; init; }

    /// <summary>Who they are on the roster; null until they are.</summary>
    public required string? User { get; init; }

    /// <summary>The last day on which it is kept, as it stands; null while they are here.</summary>
    public required DateOnly? KeepUntil { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When, in the school's local time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    internal static RecruitmentRecord Of(RecordedRecruitment record, CommandContext context, PeopleHistory people)
    {
        var fact = record.Fact;
        var now = context.Now.UtcTicks;
        return new()
        {
            Id = fact.Id,
            Candidate = fact.Candidate,
            Post = fact.Post,
            InterviewDate = fact.InterviewDate,
            SocialMediaDiscussed = fact.SocialMediaDiscussed,
            PostsLookedThrough = fact.PostsLookedThrough,
            Outcome = fact.Outcome,
            OutcomeDate = fact.OutcomeDate,
            User = fact.PersonId is { } id ? PersonNames.Show(people, id, now) : null,
            KeepUntil = RecruitmentRules.KeepUntil(fact, people, context.Config.Retention),
            RecordedBy = PersonNames.Show(people, fact.RecordedBy, now),
            RecordedAt = TimeZoneInfo.ConvertTime(fact.RecordedAt, context.Workspace.Zone),
        };
    }
}
