using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>
/// Rows of a query by position, for queries with a million of them: the counterpart of <see cref="RowStatement"/>. What
/// <see cref="SqliteDataReader"/> asks besides (the type of each value, its length) takes longer than the value.
/// </summary>
internal sealed class RowReader : IDisposable
{
    private const int RememberedTexts = 1 << 12;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // Columns of a log say the same few thousand things over and over.
    private readonly string?[] _texts = new string?[RememberedTexts];

    /// <summary>Prepares a query.</summary>
    /// <param name="store">Where it is asked.</param>
    /// <param name="sql">The query.</param>
    /// <param name="values">Its parameters, in order.</param>
    public RowReader(PolicyStore store, string sql, params ReadOnlySpan<long> values)
    {
        _database = store.Connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        for (var i = 0; i < values.Length; i++)
        {
            Check(raw.sqlite3_bind_int64(_statement, i + 1, values[i]));
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SqliteException">It can't be read.</exception>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return result == raw.SQLITE_ROW;
        }

        Check(result);
        return false;
    }

    /// <summary>A number that is never null.</summary>
    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <inheritdoc cref="Int64"/>
    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    /// <inheritdoc cref="Int64"/>
    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>UTC ticks as an instant.</summary>
    public DateTimeOffset Instant(int column) => new(Int64(column), TimeSpan.Zero);

    /// <summary>UTC ticks as an instant, or null.</summary>
    public DateTimeOffset? InstantOrNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : Instant(column);

    /// <summary>A text, or null.</summary>
    public string? Text(int column)
    {
        // Null has no bytes, and so has an empty text: only then the type is asked.
        var bytes = raw.sqlite3_column_blob(_statement, column);
        if (bytes.IsEmpty)
        {
            return raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : "";
        }

        var hash = default(HashCode);
        hash.AddBytes(bytes);
        ref var remembered = ref _texts[hash.ToHashCode() & (RememberedTexts - 1)];
        return remembered is not null && IsText(remembered, bytes) ? remembered : remembered = Encoding.UTF8.GetString(bytes);
    }

    public void Dispose() => _statement.Dispose();

    private static bool IsText(string text, ReadOnlySpan<byte> utf8)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) && bytes[..length].SequenceEqual(utf8);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
