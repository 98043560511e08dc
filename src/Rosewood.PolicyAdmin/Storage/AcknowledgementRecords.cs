using Rosewood.PolicyAdmin.Registers.Acknowledgements;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Recorded acknowledgements of the policy: facts that are appended.</summary>
public sealed class AcknowledgementRecords
{
    private const string Kind = "AK";
    private readonly FactTable<AcknowledgementFact> _facts;

    internal AcknowledgementRecords(PolicyStore store) => _facts = new(store, "acknowledgement");

    /// <summary>Every acknowledgement, oldest first.</summary>
    public IReadOnlyList<AcknowledgementFact> LoadAll() => _facts.LoadAll();

    /// <summary>The id that the next one gets.</summary>
    public string NextId(StoreChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _facts.NextId(Kind);
    }

    /// <summary>Appends one.</summary>
    public void Add(StoreChange change, AcknowledgementFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        _facts.Add(fact.Id, fact.PersonId, fact);
    }
}
