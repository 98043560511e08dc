using Microsoft.Data.Sqlite;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>
/// Keeps a store still: while it is held nobody commits, so that what is read of it is of one moment, and what is written elsewhere from
/// it can't be overtaken. Nothing is changed.
/// </summary>
public sealed class StoreHold : IDisposable
{
    private readonly SqliteTransaction _transaction;

    internal StoreHold(PolicyStore store) => _transaction = store.Connection.BeginTransaction(deferred: false);

    /// <summary>Lets go.</summary>
    public void Dispose() => _transaction.Dispose();
}
