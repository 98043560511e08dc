using Microsoft.Data.Sqlite;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>
/// One change of the store: a transaction that commits together with its audit entry, or not at all.
/// A change without an audit entry can't be committed.
/// </summary>
public sealed class StoreChange : IDisposable
{
    private readonly PolicyStore _store;
    private readonly SqliteTransaction _transaction;
    private readonly List<AuditDraft> _drafts = [];
    private bool _done;

    internal StoreChange(PolicyStore store, Func<AuditOrigin> origin)
    {
        _store = store;
        _transaction = store.Connection.BeginTransaction(deferred: false);
        Origin = origin();
    }

    /// <summary>Who changes what, and when.</summary>
    public AuditOrigin Origin { get; }

    /// <summary>Adds an audit entry to the change.</summary>
    /// <param name="clause">The policy clause that it serves, such as <c>USE-1</c>.</param>
    /// <param name="subject">Ids of what is changed, never names.</param>
    /// <param name="before">The state before, or null.</param>
    /// <param name="after">The state after, or null.</param>
    public void Audit(string clause, string subject, object? before, object? after) =>
        _drafts.Add(new AuditDraft(clause, subject, before, after));

    /// <summary>Commits the change with its audit entries.</summary>
    /// <exception cref="InvalidOperationException">No audit entry was added.</exception>
    public void Commit()
    {
        if (_drafts.Count == 0)
        {
            throw new InvalidOperationException("A change of the store needs its audit entry.");
        }

        foreach (var draft in _drafts)
        {
            _store.Audit.Append(this, draft);
        }

        _transaction.Commit();
        _done = true;
    }

    /// <summary>Rolls back what was not committed.</summary>
    public void Dispose()
    {
        if (!_done)
        {
            _done = true;
            _transaction.Rollback();
        }

        _transaction.Dispose();
    }
}

/// <summary>An audit entry before it has its place in the chain.</summary>
internal sealed record AuditDraft(string Clause, string Subject, object? Before, object? After);
