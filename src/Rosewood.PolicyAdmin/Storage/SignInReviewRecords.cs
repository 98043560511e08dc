using System.Text;
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
        var number = 1 + _store.Query("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'sign_in_review'", [], static r => r.GetInt64(0))[0];
        var kept = review with { Id = RecordText.Id(ReviewKind, number) };
        var fact = new ReviewFact(review.Content with { Findings = [] }, review.Shared, review.Possible);
        _store.Execute(
            "INSERT INTO sign_in_review (number, id, at, by, findings, fact) VALUES ($number, $id, $at, $by, $findings, $fact)",
            ("$number", number),
            ("$id", kept.Id),
            ("$at", kept.At.UtcTicks),
            ("$by", kept.OperatorId),
            ("$findings", kept.Content.Findings.Count),
            ("$fact", Text(fact)));
        for (var place = 0; place < kept.Content.Findings.Count; place++)
        {
            var finding = kept.Content.Findings[place];
            _store.Execute(
                "INSERT INTO sign_in_review_finding (review, place, subject_id, finding) VALUES ($review, $place, $subject, $finding)",
                ("$review", number),
                ("$place", place),
                ("$subject", finding.SubjectId),
                ("$finding", Text(finding)));
        }

        return kept;
    }

    /// <summary>The newest review, or null.</summary>
    /// <param name="beforeTicks">Only of those run before, UTC ticks; null: of all.</param>
    internal SignInReview? Newest(long? beforeTicks = null) => Read(
        "WHERE at < $before ORDER BY at DESC, number DESC LIMIT 1",
        [("$before", beforeTicks ?? long.MaxValue)]).FirstOrDefault();

    /// <summary>The reviews that were run in a time, half-open, oldest first.</summary>
    internal IReadOnlyList<SignInReview> All(DateTimeOffset from, DateTimeOffset to) => Read(
        "WHERE at >= $from AND at < $to ORDER BY at, number",
        [("$from", from.UtcTicks), ("$to", to.UtcTicks)]);

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

    private List<SignInReview> Read(string which, (string Name, object? Value)[] parameters)
    {
        var reviews = _store.Query(
            "SELECT number, id, at, by, fact FROM sign_in_review " + which,
            parameters,
            r => (Number: r.GetInt64(0), Id: r.GetString(1), At: r.Instant(2), By: r.GetString(3), Fact: Value<ReviewFact>(r.GetString(4))));
        return [.. reviews.Select(r => new SignInReview(r.Id, r.At, r.By, r.Fact.Content with { Findings = Findings(r.Number) }, r.Fact.Shared, r.Fact.Possible))];
    }

    private List<SharedCredentialUse> Findings(long review) => _store.Query(
        "SELECT finding, subject_id FROM sign_in_review_finding WHERE review = $review ORDER BY place",
        [("$review", review)],
        r => Value<SharedCredentialUse>(r.GetString(0)) with { SubjectId = r.GetString(1) });

    private static string Text(object value) => Encoding.UTF8.GetString(PolicyJson.Serialise(value));

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
