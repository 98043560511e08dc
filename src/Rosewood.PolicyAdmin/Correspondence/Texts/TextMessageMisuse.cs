namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>Texts to families that are not as COM-3 wants them: one sender, one way. A reason to ask, never a proof.</summary>
public sealed record TextMessageMisuse
{
    /// <summary>Who, by display name; the text service's login where it is nobody's on the roster.</summary>
    public required string Person { get; init; }

    /// <summary>Whether the sender is on the roster: others are never named in a report.</summary>
    public required bool OnRoster { get; init; }

    /// <summary>The person's id; null where it is nobody's.</summary>
    internal string? PersonId { get; init; }

    /// <summary>In which way.</summary>
    public required TextMessageMisuseKind Kind { get; init; }

    /// <summary>When first, in the school's local time.</summary>
    public required DateTimeOffset When { get; init; }

    /// <summary>When last.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>How many messages.</summary>
    public required int Count { get; init; }

    /// <summary>To whom: <c>family:F-1042</c>, <c>unknown number</c>, <c>no number</c>, or how many of each.</summary>
    public required string Recipient { get; init; }

    /// <summary>The families, such as <c>family:F-1042</c>.</summary>
    public required IReadOnlyList<string> Families { get; init; }

    /// <summary>How sure it is, 0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The clause: <c>COM-3</c>.</summary>
    public string Clause { get; init; } = "COM-3";

    /// <summary>What was seen, in plain words.</summary>
    public required string Explanation { get; init; }
}
