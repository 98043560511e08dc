using System.Text;
using Rosewood.PolicyAdmin.Traffic.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;

/// <summary>Why a row of a school's own CSV is not read, or does not count.</summary>
internal static class CsvDiagnosis
{
    /// <summary>The reason in words; null when there is none.</summary>
    /// <param name="format">The mapping.</param>
    /// <param name="line">The row.</param>
    /// <param name="header">The file's header; null when none was found.</param>
    /// <param name="parsed">What the row became; null when it could not be read.</param>
    public static string? Of(GenericCsvFormat format, ReadOnlySpan<byte> line, byte[]? header, LogEvent? parsed)
    {
        var config = format.Config;
        var row = new CsvRow();
        var scratch = new Scratch();
        Span<int> places = stackalloc int[CsvColumnMap.Count];
        if (format.Columns.HasNames && (header is null || !row.TrySplit(header, (byte)config.Delimiter) || !format.Columns.TryPlace(header, row, scratch, places)))
        {
            return NoHeader(config, line);
        }

        if (!format.Columns.HasNames)
        {
            format.Columns.Place(places);
        }

        if (!row.TrySplit(line, (byte)config.Delimiter))
        {
            return "A quote is left open, or something stands behind a closing one.";
        }

        var last = places.ToArray().Max();
        if (row.Count <= last)
        {
            return $"The row has {row.Count} columns, and the mapping needs {last + 1}. Is the delimiter right?";
        }

        return parsed is null
            ? $"The time '{Value(places[(int)CsvColumn.Time], line)}' does not fit the timeFormat '{config.TimeFormat}', or the host is longer than any host."
            : parsed.Action == LogAction.Other && format.Columns.Has(CsvColumn.Action)
                ? $"The action '{Value(places[(int)CsvColumn.Action], line)}' is neither among allowedWords nor among blockedWords, so the row counts for nothing."
                : parsed.Host is null ? "The row names no host." : null;

        string Value(int column, ReadOnlySpan<byte> of) => LogText.Sample(row.Field(of, column, scratch), longest: 60);
    }

    private static string NoHeader(CsvFormatConfig config, ReadOnlySpan<byte> line)
    {
        var columns = config.Columns;
        var wanted = new[] { columns.Time, columns.User, columns.SourceAddress, columns.DestinationAddress, columns.Host, columns.Url, columns.Action, columns.Bytes, columns.Application, columns.Category, columns.Device }
            .OfType<string>()
            .Where(static c => CsvColumnMap.NumberOf(c) is null)
            .ToList();
        var row = new CsvRow();
        var scratch = new Scratch();
        var missing = wanted;
        if (row.TrySplit(line, (byte)config.Delimiter))
        {
            missing = [];
            foreach (var name in wanted)
            {
                if (!Holds(row, line, scratch, name))
                {
                    missing.Add(name);
                }
            }
        }

        return $"No row before it names all the columns of the mapping. As a header, this row lacks: {string.Join(", ", missing)}.";
    }

    private static bool Holds(CsvRow row, ReadOnlySpan<byte> line, Scratch scratch, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (var i = 0; i < row.Count; i++)
        {
            if (CsvColumnMap.IsSame(row.Field(line, i, scratch).Trim((byte)' '), bytes))
            {
                return true;
            }
        }

        return false;
    }
}
