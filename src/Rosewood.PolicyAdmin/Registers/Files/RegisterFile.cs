using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Registers.Files;

/// <summary>Reads a register's file: whole or not at all, with everything that is wrong told at once.</summary>
internal static class RegisterFile
{
    /// <summary>What was over when the file was written.</summary>
    private static readonly string[] Over = ["Ended", "Closed"];

    /// <summary>The columns of a register: those that are read, and those that its Get- command prints beside.</summary>
    /// <param name="required">Which must be there.</param>
    /// <param name="read">Which are read where they are there.</param>
    /// <param name="printed">Which are passed over: the program itself says them.</param>
    public static IReadOnlyList<CsvColumn> Columns(CsvColumn[] required, string[] read, string[] printed) =>
        [.. required, .. read.Concat(printed).Select(static c => new CsvColumn(c, Required: false))];

    /// <summary>The column that says who.</summary>
    public static CsvColumn User { get; } = new("User", Required: true, "UserPrincipalName", "UPN", "Email", "Login", "Name");

    /// <summary>The entries of a file, in its order. Entries that were over when it was written are left out, and counted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="sink">Where warnings go.</param>
    /// <param name="make">Makes an entry of a row; null where the row is wrong.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="isNothing">Tells a status that stands for no entry at all; null: there is none.</param>
    /// <exception cref="FaultException"><c>CsvInvalid</c> with every place, or another fault of the file.</exception>
    public static IReadOnlyList<T> Read<T>(string path, IReadOnlyList<CsvColumn> columns, ICommandSink sink, Func<RegisterRow, T?> make, CancellationToken cancellationToken, Predicate<string>? isNothing = null)
        where T : class
    {
        var table = CsvTable.Open(path, columns, sink);
        var entries = new List<T>();
        var (over, nothing) = (0, 0);
        foreach (var row in table.Rows(cancellationToken))
        {
            var status = row.Has("Status") ? row.Raw("Status").Trim() : "";
            if (Over.Contains(status, StringComparer.OrdinalIgnoreCase))
            {
                over++;
                continue;
            }

            if (isNothing?.Invoke(status) is true)
            {
                nothing++;
                continue;
            }

            var entry = make(new RegisterRow(row, new RegisterGuard((column, fault) => row.Problem(column, fault.Message))));
            if (entry is not null)
            {
                entries.Add(entry);
            }
        }

        table.ThrowIfInvalid();
        if (over > 0)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{over} {(over == 1 ? "row was over when the file was written and was" : "rows were over when the file was written and were")} left out: only what counts is imported. Keep the old workspace for its history."));
        }

        if (nothing > 0)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{nothing} {(nothing == 1 ? "row says" : "rows say")} that there is no entry, and {(nothing == 1 ? "was" : "were")} left out."));
        }

        return entries;
    }

    /// <summary>Tells how many entries of a file are in the register already.</summary>
    public static void TellKnown(int known, ICommandSink sink)
    {
        if (known > 0)
        {
            sink.Warn(string.Create(CultureInfo.InvariantCulture, $"{known} {(known == 1 ? "entry is" : "entries are")} in the register already, and {(known == 1 ? "was" : "were")} not recorded again."));
        }
    }

    /// <summary>What is done with a file, in words.</summary>
    public static string Describe(int entries, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"Record {entries} {(entries == 1 ? one : many)}");
}
