namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>What a concern says. It exists in memory and sealed, and nowhere else.</summary>
internal sealed record ConcernContent
{
    public required ConcernKind Kind { get; init; }

    public required string About { get; init; }

    public required string What { get; init; }

    public DateTimeOffset? When { get; init; }

    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Whether one of the services is named in the policy (SAF-2).</summary>
    public bool NamedInPolicy { get; init; }

    /// <summary>The reporter's id.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Whether it is about a safeguarding lead: then it is never sealed to one.</summary>
    public bool AboutSafeguardingLead { get; init; }

    /// <summary>Whether it is about the head teacher: then it is never sealed to them.</summary>
    public bool AboutHeadTeacher { get; init; }

    /// <summary>Who held the role that it is about when it was reported: never sealed to any of them, whatever they become later.</summary>
    public IReadOnlyList<string> AboutIds { get; init; } = [];
}
