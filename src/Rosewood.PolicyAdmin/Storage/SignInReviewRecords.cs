using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Reviews of sign-ins: facts that are appended, each finding in a row of its own that can be taken out.</summary>
public sealed class SignInReviewRecords
{
    private const char ReviewKind = 'R';
    private readonly PolicyStore _store;

    internal SignInReviewRecords(PolicyStore store) => _store = store;

    /// <summary>Appends a review and gives it with its id; none is given twice.</summary>
    internal SignInReview Add(StoreChange change, SignInReview review)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = _store.NextNumber("sign_in_review");
        var kept = review with { Id = RecordText.Id(ReviewKind, number) };
        var fact = new ReviewFact(review.Content with { Findings = [] }, review.Shared, review.Possible);
        _store.Execute(
            "INSERT INTO sign_in_review (number, id, at, by, findings, fact) VALUES ($number, $id, $at, $by, $findings, $fact)",
            ("$number", number),
            ("$id", kept.Id),
            ("$at", kept.At.UtcTicks),
            ("$by", kept.OperatorId),
            ("$findings", kept.Content.Findings.Count),
            ("$fact", PolicyJson.Text(fact)));
        for (var place = 0; place < kept.Content.Findings.Count; place++)
        {
            var finding = kept.Content.Findings[place];
            _store.Execute(
                "INSERT INTO sign_in_review_finding (review, place, subject_id, finding) VALUES ($review, $place, $subject, $finding)",
                ("$review", number),
                ("$place", place),
                ("$subject", finding.SubjectId),
                ("$finding", PolicyJson.Text(finding)));
        }

        return kept;
    }

    /// <summary>The newest review that is wanted, or null. Only its findings are read.</summary>
    /// <param name="wanted">Asked of each, the newest first, without what it found; null: any.</param>
    /// <param name="beforeTicks">Only of those run before, UTC ticks; null: of all.</param>
    internal SignInReview? Newest(Predicate<SignInReview>? wanted = null, long? beforeTicks = null)
    {
        var found = Facts("WHERE at < $before ORDER BY at DESC, number DESC", [("$before", beforeTicks ?? long.MaxValue)]).Find(r => wanted?.Invoke(r.Review) ?? true);
        return found.Review is null ? null : WithFindings(found);
    }

    /// <summary>The reviews that were run in a time, half-open, oldest first.</summary>
    internal IReadOnlyList<SignInReview> All(DateTimeOffset from, DateTimeOffset to) =>
        [.. Facts("WHERE at >= $from AND at < $to ORDER BY at, number", [("$from", from.UtcTicks), ("$to", to.UtcTicks)]).Select(WithFindings)];

    /// <summary>What all reviews looked at, without what they found.</summary>
    internal IReadOnlyList<SignInReview> Looked() => [.. Facts("ORDER BY at, number", []).Select(static f => f.Review)];

    /// <summary>When the newest review was run and how many there are, without reading what they found.</summary>
    public Evidence Count() => _store.Query(
        "SELECT count(*), max(at) FROM sign_in_review",
        [],
        static r => new Evidence(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1)))[0];

    /// <summary>Takes out what all reviews hold about one person or account; the counts stay.</summary>
    /// <returns>How many findings.</returns>
    public int Erase(StoreChange change, string subjectId)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _store.Execute("DELETE FROM sign_in_review_finding WHERE subject_id = $subject", ("$subject", subjectId));
    }

    private List<(long Number, SignInReview Review)> Facts(string which, (string Name, object? Value)[] parameters) => _store.Query(
        "SELECT number, id, at, by, fact FROM sign_in_review " + which,
        parameters,
        r =>
        {
            var fact = Value<ReviewFact>(r.GetString(4));
            return (r.GetInt64(0), new SignInReview(r.GetString(1), r.Instant(2), r.GetString(3), fact.Content, fact.Shared, fact.Possible));
        });

    private SignInReview WithFindings((long Number, SignInReview Review) fact) =>
        fact.Review with { Content = fact.Review.Content with { Findings = Findings(fact.Number) } };

    private List<SharedCredentialUse> Findings(long review) => _store.Query(
        "SELECT finding, subject_id FROM sign_in_review_finding WHERE review = $review ORDER BY place",
        [("$review", review)],
        r => Value<SharedCredentialUse>(r.GetString(0)) with { SubjectId = r.GetString(1) });

    /// <summary>Who gets past the triggers can write what is no review.</summary>
    private T Value<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, PolicyJson.Options) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new Fault(
                "SignInReviewDamaged",
                FaultKind.Corrupt,
                _store.FilePath,
                "A review of sign-ins in the store can't be read: another program has written over it. Keep the file, ask who could write to it, and restore store.db from the last backup.").ToException(e);
        }
    }

    /// <summary>A review without what is about people.</summary>
    private sealed record ReviewFact(SignInReviewContent Content, int Shared, int Possible);
}
