namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Finds places inside one raw record, so that a problem can be pointed at where an editor shows it.</summary>
internal static class CsvRecordScan
{
    /// <summary>Where a field begins, counted from the record's first line.</summary>
    /// <param name="raw">The record as it stands in the file.</param>
    /// <param name="delimiter">What separates its fields.</param>
    /// <param name="field">The field's number, from 0; past the last one: the record's end.</param>
    public static CsvPlace PlaceOf(ReadOnlySpan<char> raw, char delimiter, int field)
    {
        var (line, column, at, quoted) = (1, 1, 0, false);
        for (var i = 0; i < raw.Length && at < field; i++)
        {
            var c = raw[i];
            quoted ^= c == '"';
            if (IsLineEnd(raw, i))
            {
                if (!quoted)
                {
                    break;
                }

                (line, column) = (line + 1, 1);
                continue;
            }

            column++;
            at += !quoted && c == delimiter ? 1 : 0;
        }

        return new CsvPlace(line, column);
    }

    /// <summary>How many lines the record ends.</summary>
    public static int LinesIn(ReadOnlySpan<char> raw)
    {
        var lines = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            lines += IsLineEnd(raw, i) ? 1 : 0;
        }

        return lines;
    }

    /// <summary>Whether a quote is opened and never closed.</summary>
    public static bool EndsInsideQuotes(ReadOnlySpan<char> raw) => raw.Count('"') % 2 != 0;

    /// <summary>A line feed, or a carriage return that no line feed follows.</summary>
    private static bool IsLineEnd(ReadOnlySpan<char> raw, int i) =>
        raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n'));
}
