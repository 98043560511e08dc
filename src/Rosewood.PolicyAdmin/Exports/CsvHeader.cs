namespace Rosewood.PolicyAdmin.Exports;

/// <summary>A table's header.</summary>
/// <param name="Names">The columns' names.</param>
/// <param name="Delimiter">What separates fields.</param>
/// <param name="Rows">How many rows it is, with what programs write before it; empty ones not counted.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names, byte Delimiter, int Rows)
{
    /// <summary>Reads the header at the beginning of a text: behind the type that <c>Export-Csv</c> of PowerShell 5.1 writes, or the delimiter that Excel is told.</summary>
    /// <param name="head">The beginning, longer than any header.</param>
    public static CsvHeader Read(ReadOnlySpan<byte> head)
    {
        var rows = 1;
        byte? told = null;
        while (head.StartsWith("#TYPE "u8) || head.StartsWith("sep="u8))
        {
            told = head.Length > 4 && head.StartsWith("sep="u8) ? head[4] : told;
            var end = head.IndexOf((byte)'\n');
            head = end < 0 ? [] : head[(end + 1)..].TrimStart("\r\n"u8);
            rows++;
        }

        CsvHeader? best = null;
        foreach (var delimiter in told is { } one ? (ReadOnlySpan<byte>)[one] : ",;\t"u8)
        {
            var row = new MultilineCsvRow(delimiter);
            if (row.Split(head, atEnd: true) != MultilineCsvRow.End.Whole)
            {
                continue;
            }

            var names = new string[row.Count];
            for (var i = 0; i < names.Length; i++)
            {
                var (start, length, _) = row[i];
                names[i] = ExportText.Decode(head.Slice(start, length)).Trim();
            }

            best = best is null || names.Length > best.Names.Count ? new CsvHeader(names, delimiter, rows) : best;
        }

        return best ?? new CsvHeader([], (byte)',', rows);
    }
}
