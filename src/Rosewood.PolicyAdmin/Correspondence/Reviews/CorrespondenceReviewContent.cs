namespace Rosewood.PolicyAdmin.Correspondence.Reviews;

/// <summary>What a search for unofficial correspondence looked at and counted; nothing in it is about a person.</summary>
internal sealed record CorrespondenceReviewContent
{
    /// <summary>The earliest message that was asked for; null: from the first on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of what was asked for, exclusive; null: to the last message.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<CorrespondenceReviewSource> Sources { get; init; }

    /// <summary>What could not be seen, in sentences that name nobody.</summary>
    public IReadOnlyList<string> Blind { get; init; } = [];

    /// <summary>How many findings of each kind, without those that are only possible.</summary>
    public required IReadOnlyDictionary<CorrespondenceKind, int> Kinds { get; init; }

    /// <summary>The kinds for which nothing was given in which they could have been seen: that there is none of them says nothing.</summary>
    public IReadOnlyList<CorrespondenceKind> NotLookedFor { get; init; } = [];

    /// <summary>How many findings are only possible.</summary>
    public int Possible { get; init; }

    /// <summary>How many findings a person's dismissal held back.</summary>
    public int Dismissed { get; init; }

    /// <summary>How many findings are about mailboxes that are nobody's personally: counted, and not kept.</summary>
    public int OfNobody { get; init; }
}

/// <summary>One sort of export that was looked at. Without its path: people name files after people.</summary>
/// <param name="Kind">What it is, for a person, such as <c>Message trace (CSV)</c>.</param>
/// <param name="From">Its earliest record; null when records have no time.</param>
/// <param name="Until">Its latest record; null when records have no time.</param>
/// <param name="Records">How many records were used.</param>
internal sealed record CorrespondenceReviewSource(string Kind, DateTimeOffset? From, DateTimeOffset? Until, long Records);
