using Microsoft.Data.Sqlite;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Short forms for SQL with named parameters.</summary>
internal static class SqliteExtensions
{
    public static void Execute(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Prepare(sql, parameters);
        command.ExecuteNonQuery();
    }

    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // SQL comes from this assembly only; values go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static int Execute(this PolicyStore store, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = store.Connection.Prepare(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>The number that the next row of a table with AUTOINCREMENT gets: none is given twice, also after a row was erased.</summary>
    public static long NextNumber(this PolicyStore store, string table) =>
        1 + store.Query("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = $table", [("$table", table)], static r => r.GetInt64(0))[0];

    public static List<T> Query<T>(this PolicyStore store, string sql, (string Name, object? Value)[] parameters, Func<SqliteDataReader, T> map)
    {
        using var command = store.Connection.Prepare(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateTimeOffset Instant(this SqliteDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);
}
