using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Work logins (LOG-1), by the newest review of the sign-ins whose evidence reaches into the period.</summary>
public sealed record ReportLogins
{
    /// <summary>Whether a review looked at the period.</summary>
    public required bool Reviewed { get; init; }

    /// <summary>What was looked at, or that nobody looked, in a sentence.</summary>
    public required string Statement { get; init; }

    /// <summary>What to run where nobody looked; null where somebody did.</summary>
    public string? Next { get; init; }

    /// <summary>The review that is shown, such as <c>R-0001</c>; null when there is none.</summary>
    public string? ReviewId { get; init; }

    /// <summary>When it was run.</summary>
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Where its evidence begins; null when not known.</summary>
    public DateTimeOffset? EvidenceFrom { get; init; }

    /// <summary>Where its evidence ends.</summary>
    public DateTimeOffset? EvidenceUntil { get; init; }

    /// <summary>How many accounts were judged.</summary>
    public int Accounts { get; init; }

    /// <summary>What was read.</summary>
    public IReadOnlyList<SignInReviewSource> Sources { get; init; } = [];

    /// <summary>What could not be seen, in sentences.</summary>
    public IReadOnlyList<string> Blind { get; init; } = [];

    /// <summary>Logins of people on the roster that seem to be shared, the likeliest first.</summary>
    public IReadOnlyList<ReportLogin> Shared { get; init; } = [];

    /// <summary>How many more logins of people on the roster are possibly shared: counted, not named.</summary>
    public int Possible { get; init; }

    /// <summary>Shared or possible logins that are nobody's on the roster, in words: never named, and small numbers not told.</summary>
    public string NotOnRoster { get; init; } = "none";

    /// <summary>Accounts that the school itself has declared as shared; not judged.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>Findings that a person's dismissal held back.</summary>
    public int Dismissed { get; init; }

    /// <summary>Findings that were taken out of the store since the review.</summary>
    public int TakenOut { get; init; }
}

/// <summary>One login that seems to be shared.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Likelihood">0–1: a reason to ask, never a proof.</param>
/// <param name="LikelihoodInWords">The same in words.</param>
/// <param name="First">The first evidence.</param>
/// <param name="Last">The last evidence.</param>
/// <param name="Devices">The devices that the evidence speaks of.</param>
/// <param name="Evidence">What was seen, in sentences, the weightiest first.</param>
/// <param name="InnocentExplanations">Which innocent explanations were tested, and why they do not hold or could not be tested.</param>
/// <param name="BestDay">The day that shows it best; null when none was kept.</param>
public sealed record ReportLogin(
    string Person,
    double Likelihood,
    string LikelihoodInWords,
    DateTimeOffset First,
    DateTimeOffset Last,
    IReadOnlyList<string> Devices,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<string> InnocentExplanations,
    SignInDay? BestDay)
{
    /// <summary>The person's id on the roster.</summary>
    internal string? PersonId { get; init; }
}
