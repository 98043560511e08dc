using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Recorded links between staff and families and their endings: facts that are appended.</summary>
public sealed class FamilyLinkRecords
{
    private readonly PolicyStore _store;
    private readonly FactTable<FamilyLinkUpdate> _updates;

    internal FamilyLinkRecords(PolicyStore store) => (_store, _updates) = (store, new(store, "family_link_update"));

    /// <summary>Every entry that was ever recorded, with what was appended to it, oldest first.</summary>
    public IReadOnlyList<RecordedFamilyLink> LoadAll()
    {
        var updates = _updates.LoadAll().ToLookup(static u => u.LinkId, StringComparer.Ordinal);
        return _store.Query(
            "SELECT l.fact, e.link_id, e.at, e.by, e.reason FROM family_link l LEFT JOIN family_link_ending e ON e.link_id = l.id ORDER BY l.number",
            [],
            r =>
            {
                var fact = JsonSerializer.Deserialize<FamilyLinkFact>(r.GetString(0), PolicyJson.Options)!;
                return new RecordedFamilyLink(fact, r.IsDBNull(1) ? null : new FamilyLinkEnding(r.GetString(1), r.Instant(2), r.GetString(3), r.TextOrNull(4))) { Updates = [.. updates[fact.Id]] };
            });
    }

    /// <summary>The links, for an audit to ask.</summary>
    public FamilyLinks Load() => new([.. LoadAll().Select(e => e.ToLink())]);

    /// <summary>The ids of entries that were over before an instant's day.</summary>
    internal IReadOnlyList<string> EndedBefore(FamilyLinkKind kind, long cutoffTicks, PeopleHistory people)
    {
        var day = people.DateAt(cutoffTicks);
        return [.. LoadAll().Where(l => l.Fact.Kind == kind && l.LastDay(people) < day).Select(static l => l.Fact.Id)];
    }

    /// <summary>The id that the next entry gets; none is given twice, also after one was erased.</summary>
    public string NextId(StoreChange change, FamilyLinkKind kind)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordText.Id(kind == FamilyLinkKind.RelationshipDeclaration ? 'R' : 'F', _store.NextNumber("family_link"));
    }

    /// <summary>Appends an entry.</summary>
    public void Add(StoreChange change, FamilyLinkFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        _store.Execute(
            "INSERT INTO family_link (id, person_id, family_id, fact) VALUES ($id, $person, $family, $fact)",
            ("$id", fact.Id),
            ("$person", fact.PersonId),
            ("$family", fact.FamilyId),
            ("$fact", PolicyJson.Text(fact)));
    }

    /// <summary>Appends an ending; false when the entry has one already.</summary>
    public bool Add(StoreChange change, FamilyLinkEnding ending)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(ending);
        return _store.Execute(
            "INSERT INTO family_link_ending (link_id, at, by, reason) VALUES ($id, $at, $by, $reason) ON CONFLICT (link_id) DO NOTHING",
            ("$id", ending.LinkId),
            ("$at", ending.At.UtcTicks),
            ("$by", ending.By),
            ("$reason", ending.Reason)) == 1;
    }

    /// <summary>Appends what was agreed anew about an entry.</summary>
    /// <param name="change">The change.</param>
    /// <param name="update">What is new.</param>
    /// <param name="personId">The member of staff whom the entry is about.</param>
    public void Add(StoreChange change, FamilyLinkUpdate update, string personId)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(update);
        _updates.Add(update.LinkId, personId, update);
    }
}
