using System.Globalization;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Brings a store's schema up to date: one SQL file for each step, <c>NNNN-name.sql</c>, counted in <c>user_version</c>.</summary>
internal static class Migrations
{
    private const string Prefix = "Rosewood.PolicyAdmin.Storage.Migrations.";

    /// <summary>Marks the file as ours in <c>application_id</c>: "RSWD".</summary>
    private const int ApplicationId = 0x52535744;

    public static void Apply(SqliteConnection connection, string path)
    {
        var steps = Steps();
        var version = ReadPragma(connection, "user_version");
        if (version == steps[^1].Number)
        {
            CheckOwner(connection, path);
            return;
        }

        if (version > steps[^1].Number)
        {
            throw new Fault(
                "StoreTooNew",
                FaultKind.Conflict,
                path,
                "This store was written by a newer version of the program. Install that version, or open a copy of the store from before.").ToException();
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        version = ReadPragma(connection, "user_version");
        if (version > 0)
        {
            CheckOwner(connection, path);
        }

        foreach (var step in steps.Where(s => s.Number > version))
        {
            connection.Execute(step.Sql);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {steps[^1].Number}; PRAGMA application_id = {ApplicationId};"));
        transaction.Commit();
    }

    private static void CheckOwner(SqliteConnection connection, string path)
    {
        if (ReadPragma(connection, "application_id") != ApplicationId)
        {
            throw new Fault("StoreNotOurs", FaultKind.Corrupt, path, "This SQLite file is not a policy store. Check the workspace's path.").ToException();
        }
    }

    private static long ReadPragma(SqliteConnection connection, string name)
    {
        using var command = connection.Prepare("PRAGMA " + name);
        return (long)command.ExecuteScalar()!;
    }

    private static List<(int Number, string Sql)> Steps()
    {
        var assembly = typeof(Migrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), ReadText(n)))];

        string ReadText(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
