namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>A login that seems to be shared: what <c>Find-SharedCredentialUse</c> gives.</summary>
public sealed record SharedCredentialUse
{
    /// <summary>The person's display name when on the roster; else the account as the sign-ins have it.</summary>
    public required string Account { get; init; }

    /// <summary>Whether the account is somebody's on the roster: others are never named in a report.</summary>
    public required bool OnRoster { get; init; }

    /// <summary>How sure.</summary>
    public required SharedCredentialVerdict Verdict { get; init; }

    /// <summary>The likelihood that the login is shared, 0–1, from the configured prior and the evidence.</summary>
    public required double Likelihood { get; init; }

    /// <summary>The first evidence, school local time.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The last evidence, school local time.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The devices that the evidence speaks of.</summary>
    public required IReadOnlyList<string> Devices { get; init; }

    /// <summary>The evidence, the strongest first.</summary>
    public required IReadOnlyList<SharedCredentialEvidence> Evidence { get; init; }

    /// <summary>Which innocent explanations were tested, and why each does not hold, or could not be tested.</summary>
    public required IReadOnlyList<string> InnocentExplanations { get; init; }

    /// <summary>The clause: <c>LOG-1</c>.</summary>
    public string Clause { get; init; } = "LOG-1";

    /// <summary>The days that show it best, with <c>-Timeline</c>; else empty.</summary>
    public IReadOnlyList<SignInDay> Timeline { get; init; } = [];

    /// <summary>The person's id on the roster, or the account's; stable, where names are not.</summary>
    internal string SubjectId { get; init; } = "";
}
