using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Reviews;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Reviews of correspondence: facts that are appended, each finding in a row of its own that can be taken out.</summary>
public sealed class CorrespondenceReviewRecords
{
    private const char ReviewKind = 'C';
    private readonly PolicyStore _store;

    internal CorrespondenceReviewRecords(PolicyStore store) => _store = store;

    /// <summary>Appends a review and gives it with its id; none is given twice.</summary>
    internal CorrespondenceReview Add(StoreChange change, CorrespondenceReview review)
    {
        ArgumentNullException.ThrowIfNull(change);
        var number = _store.NextNumber("correspondence_review");
        var kept = review with { Id = RecordText.Id(ReviewKind, number) };
        _store.Execute(
            "INSERT INTO correspondence_review (number, id, at, by, findings, fact) VALUES ($number, $id, $at, $by, $findings, $fact)",
            ("$number", number),
            ("$id", kept.Id),
            ("$at", kept.At.UtcTicks),
            ("$by", kept.OperatorId),
            ("$findings", kept.Findings.Count),
            ("$fact", PolicyJson.Text(kept.Content)));
        for (var place = 0; place < kept.Findings.Count; place++)
        {
            _store.Execute(
                "INSERT INTO correspondence_review_finding (review, place, person_id, finding) VALUES ($review, $place, $person, $finding)",
                ("$review", number),
                ("$place", place),
                ("$person", kept.Findings[place].PersonId),
                ("$finding", PolicyJson.Text(kept.Findings[place])));
        }

        return kept;
    }

    /// <summary>The newest review with its findings, or null.</summary>
    internal CorrespondenceReview? Newest()
    {
        var found = _store.Query(
            "SELECT number, id, at, by, fact FROM correspondence_review ORDER BY at DESC, number DESC LIMIT 1",
            [],
            r => (Number: r.GetInt64(0), Review: new CorrespondenceReview(r.GetString(1), r.Instant(2), r.GetString(3), Value<CorrespondenceReviewContent>(r.GetString(4)), [])));
        return found is [var (number, review)] ? review with { Findings = Findings(number) } : null;
    }

    /// <summary>What all reviews looked at, without what they found.</summary>
    internal IReadOnlyList<CorrespondenceReview> Looked() => _store.Query(
        "SELECT id, at, by, fact FROM correspondence_review ORDER BY at, number",
        [],
        r => new CorrespondenceReview(r.GetString(0), r.Instant(1), r.GetString(2), Value<CorrespondenceReviewContent>(r.GetString(3)), []));

    /// <summary>What all reviews hold about one person, with when each review was run, oldest first.</summary>
    internal IReadOnlyList<(DateTimeOffset At, CorrespondenceReviewFinding Finding)> Of(string personId) => _store.Query(
        "SELECT r.at, f.finding FROM correspondence_review_finding f JOIN correspondence_review r ON r.number = f.review WHERE f.person_id = $person ORDER BY f.review, f.place",
        [("$person", personId)],
        r => (r.Instant(0), Value<CorrespondenceReviewFinding>(r.GetString(1))));

    /// <summary>What one review found and still holds.</summary>
    internal IReadOnlyList<CorrespondenceReviewFinding> FindingsOf(string id) =>
        RecordText.Number(ReviewKind, id) is { } number ? Findings(number) : [];

    /// <summary>When the newest review was run and how many there are, without reading what they found.</summary>
    public Evidence Count() => _store.Query(
        "SELECT count(*), max(at) FROM correspondence_review",
        [],
        static r => new Evidence(r.GetInt64(0), r.IsDBNull(1) ? null : r.Instant(1)))[0];

    /// <summary>Takes out what all reviews hold about one person; the counts stay.</summary>
    /// <returns>How many findings.</returns>
    public int Erase(StoreChange change, string personId)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _store.Execute("DELETE FROM correspondence_review_finding WHERE person_id = $person", ("$person", personId));
    }

    private List<CorrespondenceReviewFinding> Findings(long review) => _store.Query(
        "SELECT finding, person_id FROM correspondence_review_finding WHERE review = $review ORDER BY place",
        [("$review", review)],
        r => Value<CorrespondenceReviewFinding>(r.GetString(0)) with { PersonId = r.GetString(1) });

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
                "CorrespondenceReviewDamaged",
                FaultKind.Corrupt,
                _store.FilePath,
                "A review of correspondence in the store can't be read: another program has written over it. Keep the file, ask who could write to it, and restore store.db from the last backup.").ToException(e);
        }
    }
}
