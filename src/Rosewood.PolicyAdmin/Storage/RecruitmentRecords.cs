using Rosewood.PolicyAdmin.Registers.Recruitment;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Recruitment records and what was added to them: facts that are appended.</summary>
public sealed class RecruitmentRecords
{
    private const string Kind = "IV";
    private readonly FactTable<RecruitmentFact> _facts;
    private readonly FactTable<RecruitmentUpdate> _updates;

    internal RecruitmentRecords(PolicyStore store) => (_facts, _updates) = (new(store, "recruitment"), new(store, "recruitment_update"));

    /// <summary>Every record with what was added to it, oldest first.</summary>
    public IReadOnlyList<RecordedRecruitment> LoadAll()
    {
        var updates = _updates.LoadAll().ToLookup(static u => u.RecordId, StringComparer.Ordinal);
        return [.. _facts.LoadAll().Select(f => new RecordedRecruitment(f, [.. updates[f.Id]]))];
    }

    /// <summary>The id that the next record gets.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _facts.NextId(Kind);
    }

    /// <summary>Appends a record.</summary>
    public void Add(StoreChange change, RecruitmentFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        _facts.Add(fact.Id, fact.PersonId, fact);
    }

    /// <summary>Appends to a record.</summary>
    public void Add(StoreChange change, RecruitmentUpdate update)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(update);
        _updates.Add(update.RecordId, update.PersonId, update);
    }
}
