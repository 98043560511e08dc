using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>The roster's rows.</summary>
public sealed class PersonRecords(PolicyStore store)
{
    /// <summary>The store.</summary>
    public PolicyStore Store { get; } = store;

    /// <summary>Loads the roster.</summary>
    public PeopleHistory Load() => Store.FilePath.Length == 0 ? throw new InvalidOperationException() : new PeopleHistory();
}

public sealed partial class PolicyStore
{
    /// <summary>The roster.</summary>
    public PersonRecords People => field ??= new(this);
}
