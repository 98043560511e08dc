using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>
/// Splits one row of separated values that may go over several lines (RFC 4180): a field in quotes may hold line ends, delimiters and
/// doubled quotes. Holds places, not text.
/// </summary>
/// <param name="delimiter">What separates fields.</param>
internal sealed class MultilineCsvRow(byte delimiter)
{
    private readonly (int Start, int Length, bool IsDoubled)[] _fields = new (int, int, bool)[CsvRow.MostFields];

    /// <summary>What became of a row.</summary>
    internal enum End
    {
        /// <summary>Its end is not in the text yet.</summary>
        Open,

        /// <summary>It was read.</summary>
        Whole,

        /// <summary>Something stands behind a closing quote, or it has too many fields.</summary>
        Broken,
    }

    /// <summary>Columns of the last row.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the last row with its line end.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing is in the row.</summary>
    public bool IsEmpty => Count == 1 && _fields[0].Length == 0;

    /// <summary>Splits the row at the beginning of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="atEnd">Whether nothing comes behind it.</param>
    public End Split(ReadOnlySpan<byte> text, bool atEnd)
    {
        Count = 0;
        var at = 0;
        while (Count < CsvRow.MostFields)
        {
            int next;
            if (at < text.Length && text[at] == '"')
            {
                var close = CsvRow.ClosingQuote(text, at + 1, out var isDoubled);
                if (close < 0 || (close + 1 == text.Length && !atEnd))
                {
                    return End.Open;
                }

                _fields[Count++] = (at + 1, close - at - 1, isDoubled);
                next = close + 1;
                next += text[next..].StartsWith("\r\n"u8) ? 1 : 0;
                if (next < text.Length && text[next] != delimiter && text[next] != '\n')
                {
                    return text[next] == '\r' && next + 1 == text.Length && !atEnd ? End.Open : End.Broken;
                }
            }
            else
            {
                var length = text[at..].IndexOfAny(delimiter, (byte)'\n');
                if (length < 0 && !atEnd)
                {
                    return End.Open;
                }

                next = length < 0 ? text.Length : at + length;
                var isLast = next == text.Length || text[next] == '\n';
                _fields[Count++] = (at, (isLast ? text[at..next].TrimEnd((byte)'\r') : text[at..next]).Length, false);
            }

            at = next + 1;
            if (next == text.Length || text[next] == '\n')
            {
                Length = Math.Min(at, text.Length);
                return End.Whole;
            }
        }

        return End.Broken;
    }

    /// <summary>A field's place, and whether its quotes are doubled.</summary>
    public (int Start, int Length, bool IsDoubled) this[int index] => _fields[index];
}
