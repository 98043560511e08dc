namespace Rosewood.PolicyAdmin.Correspondence;

/// <summary>Correspondence past the school's systems: one person, one way, one correspondent. A reason to ask, never a proof.</summary>
public sealed record UnofficialCorrespondence
{
    /// <summary>Who, by display name; the mailbox's address where it is nobody's personally.</summary>
    public required string Person { get; init; }

    /// <summary>The person's id; null where it is nobody's.</summary>
    internal string? PersonId { get; init; }

    /// <summary>In which way.</summary>
    public required CorrespondenceKind Kind { get; init; }

    /// <summary>When first, in the school's local time; null for settings, which exports give no time.</summary>
    public required DateTimeOffset? When { get; init; }

    /// <summary>When last; null where <see cref="When"/> is.</summary>
    public required DateTimeOffset? LastSeen { get; init; }

    /// <summary>How many messages, rules or visits.</summary>
    public required int Count { get; init; }

    /// <summary>With whom: <c>family:F-1042</c>; the person's own address so that only they know it (<c>d…@gmail.com</c>); a service; null: nobody.</summary>
    public required string? Correspondent { get; init; }

    /// <summary>The first message's id; null where there is none.</summary>
    public required string? MessageId { get; init; }

    /// <summary>The first messages' ids, at most five.</summary>
    public required IReadOnlyList<string> MessageIds { get; init; }

    /// <summary>How sure it is, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The clause.</summary>
    public required string Clause { get; init; }

    /// <summary>What was seen, in plain words.</summary>
    public required string Explanation { get; init; }

    /// <summary>The declared relationship, agreed contact or ruling of SLT that explains it, such as <c>REL-1 R-0004</c> or <c>COM-4 SR-0001</c>; null: none.</summary>
    public required string? DeclaredAs { get; init; }
}
