namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>What a search for shared logins looked at and came to, over everybody's accounts.</summary>
internal sealed record SignInReviewContent
{
    /// <summary>The earliest evidence that was asked for; null: from the first record on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of the evidence that was asked for, exclusive; null: to the last record.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many accounts were judged.</summary>
    public required int Judged { get; init; }

    /// <summary>How many findings a person's dismissal held back.</summary>
    public int Dismissed { get; init; }

    /// <summary>Accounts that the school has declared as shared (<c>policy.json</c>) and that were seen.</summary>
    public IReadOnlyList<string> Declared { get; init; } = [];

    /// <summary>What was read.</summary>
    public required IReadOnlyList<SignInReviewSource> Sources { get; init; }

    /// <summary>What could not be seen, in sentences that name nobody.</summary>
    public IReadOnlyList<string> Blind { get; init; } = [];

    /// <summary>What was found, shared and possible, with the days that show it best.</summary>
    public required IReadOnlyList<SharedCredentialUse> Findings { get; init; }
}
