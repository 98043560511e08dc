using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>
/// A statement that is prepared once and run for many rows, with values bound by position. An import writes thousands of rows in a
/// commit; finding each parameter by its name would take longer than SQLite does. Runs within the store's transaction.
/// </summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _next = 1;

    public RowStatement(PolicyStore store, string sql)
    {
        _database = store.Connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Binds the next value.</summary>
    public RowStatement Add(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, _next++, value));
        return this;
    }

    /// <inheritdoc cref="Add(long)"/>
    public RowStatement Add(long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, _next++, number) : raw.sqlite3_bind_null(_statement, _next++));
        return this;
    }

    /// <inheritdoc cref="Add(long)"/>
    public RowStatement Add(double value)
    {
        Check(raw.sqlite3_bind_double(_statement, _next++, value));
        return this;
    }

    /// <inheritdoc cref="Add(long)"/>
    public RowStatement Add(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(_statement, _next++) : raw.sqlite3_bind_text(_statement, _next++, value));
        return this;
    }

    /// <summary>Runs it with the values bound, and is ready for the next row.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        _next = 1;
        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
