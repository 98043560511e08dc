namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// Splits one row of separated values (RFC 4180 within a line). Holds places, not text, so that one serves all rows of a reader.
/// </summary>
internal sealed class CsvRow
{
    /// <summary>More columns than any log has; a row with more is malformed.</summary>
    public const int MostFields = 512;

    private readonly (int Start, int End, bool HasQuotes)[] _fields = new (int, int, bool)[MostFields];

    /// <summary>Columns.</summary>
    public int Count { get; private set; }

    /// <summary>Splits a row.</summary>
    /// <param name="line">The row.</param>
    /// <param name="delimiter">What separates fields.</param>
    /// <returns>False when a quote is left open, something stands behind a closing one, or there are too many fields.</returns>
    public bool TrySplit(ReadOnlySpan<byte> line, byte delimiter = (byte)',')
    {
        Count = 0;
        var start = 0;
        while (true)
        {
            if (Count == MostFields)
            {
                return false;
            }

            int next;
            if (start < line.Length && line[start] == '"')
            {
                var end = ClosingQuote(line, start + 1, out var doubled);
                if (end < 0 || (end + 1 < line.Length && line[end + 1] != delimiter))
                {
                    return false;
                }

                _fields[Count++] = (start + 1, end, doubled);
                next = end + 1;
            }
            else
            {
                var length = line[start..].IndexOf(delimiter);
                next = length < 0 ? line.Length : start + length;
                _fields[Count++] = (start, next, false);
            }

            if (next >= line.Length)
            {
                return true;
            }

            start = next + 1;
        }
    }

    /// <summary>Splits a row in which quotes mean nothing; what is behind the last column that there can be is not looked at.</summary>
    public void SplitPlain(ReadOnlySpan<byte> line, byte delimiter)
    {
        var start = 0;
        for (Count = 0; Count < MostFields && start <= line.Length;)
        {
            var length = line[start..].IndexOf(delimiter);
            var end = length < 0 ? line.Length : start + length;
            _fields[Count++] = (start, end, false);
            start = end + 1;
        }
    }

    /// <summary>A field's text; empty when the row is shorter. <c>-</c> is taken as it is.</summary>
    /// <param name="line">The row that was split.</param>
    /// <param name="index">From 0.</param>
    /// <param name="scratch">Takes a text with doubled quotes.</param>
    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int index, Scratch scratch)
    {
        if ((uint)index >= (uint)Count)
        {
            return [];
        }

        var (start, end, hasQuotes) = _fields[index];
        return hasQuotes ? scratch.Undouble(line[start..end]) : line[start..end];
    }

    /// <summary>The place of the quote that closes a field, or -1; doubled ones belong to it.</summary>
    /// <param name="line">The text.</param>
    /// <param name="start">Behind the quote that opens it.</param>
    /// <param name="doubled">Whether there are doubled ones.</param>
    internal static int ClosingQuote(ReadOnlySpan<byte> line, int start, out bool doubled)
    {
        doubled = false;
        while (true)
        {
            var at = line[start..].IndexOf((byte)'"');
            if (at < 0)
            {
                return -1;
            }

            start += at;
            if (start + 1 == line.Length || line[start + 1] != '"')
            {
                return start;
            }

            doubled = true;
            start += 2;
        }
    }
}
