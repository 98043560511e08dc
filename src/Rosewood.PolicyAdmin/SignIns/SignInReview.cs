namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>A search for shared logins over everybody's accounts, as it was kept: the ground of LOG-1 in reports.</summary>
/// <param name="Id">Its id, such as <c>R-0001</c>; empty until it is kept.</param>
/// <param name="At">When it was run.</param>
/// <param name="OperatorId">Who ran it.</param>
/// <param name="Content">What it looked at and came to. Findings that were taken out since are not in it any more.</param>
/// <param name="Shared">How many shared logins it found.</param>
/// <param name="Possible">How many possible ones.</param>
internal sealed record SignInReview(string Id, DateTimeOffset At, string OperatorId, SignInReviewContent Content, int Shared, int Possible)
{
    /// <summary>How many findings were taken out since, by retention or because a person's data were erased.</summary>
    public int TakenOut => Shared + Possible - Content.Findings.Count;

    /// <summary>Where its evidence begins: the later of what was asked for and the first record; null when neither is known.</summary>
    public DateTimeOffset? EvidenceFrom => Content.Sources.Min(static s => s.From) is not { } first ? Content.From : Content.From > first ? Content.From : first;

    /// <summary>Where its evidence ends: the earlier of what was asked for and the last record; else when it was run.</summary>
    public DateTimeOffset EvidenceUntil
    {
        get
        {
            // A source that does not say where it ends may go on until now.
            var last = Content.Sources.Count > 0 && Content.Sources.All(static s => s.Until is not null) ? Content.Sources.Max(static s => s.Until!.Value) : At;
            return Content.Until < last ? Content.Until.Value : last;
        }
    }

    /// <summary>The newest sign-in that it looked at; null where it saw none with a time. Traffic beside them is no sign-in.</summary>
    public DateTimeOffset? SignInsUntil
    {
        get
        {
            var last = Content.Sources.Where(static s => s.Records > 0 && s.Kind is not SignInReviewSource.Traffic).Max(static s => s.Until);
            return Content.Until < last ? Content.Until : last;
        }
    }

    /// <summary>Whether its evidence reaches into a time.</summary>
    /// <param name="from">First instant.</param>
    /// <param name="until">First instant after it.</param>
    public bool Touches(DateTimeOffset from, DateTimeOffset until) => EvidenceUntil > from && (EvidenceFrom is not { } first || first < until);
}
