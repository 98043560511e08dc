using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Pages;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Reviews of filtering and monitoring: facts that are appended.</summary>
internal sealed class FilteringReviewRecords
{
    private const char ReviewKind = 'V';
    private readonly PolicyStore _store;

    internal FilteringReviewRecords(PolicyStore store) => _store = store;

    /// <summary>Every review, oldest first.</summary>
    public IReadOnlyList<FilteringReviewFact> LoadAll() => _store.Query(
        "SELECT fact FROM filtering_review ORDER BY at, number",
        [],
        static r => JsonSerializer.Deserialize<FilteringReviewFact>(r.GetString(0), PolicyJson.Options)!);

    /// <summary>The id that the next review gets; none is given twice.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordText.Id(ReviewKind, _store.NextNumber("filtering_review"));
    }

    /// <summary>Appends a review.</summary>
    public void Add(StoreChange change, FilteringReviewFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute(
            "INSERT INTO filtering_review (id, at, fact) VALUES ($id, $at, $fact)",
            ("$id", fact.Id),
            ("$at", fact.At.UtcTicks),
            ("$fact", PolicyJson.Text(fact)));
    }
}
