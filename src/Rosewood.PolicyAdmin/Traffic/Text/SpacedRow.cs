namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// Splits a proxy's line into words: quoted, in square brackets, in angle brackets, or bare. A closing mark is one that a separator or the
/// end follows, so that the same mark may stand inside. Holds places, not text.
/// </summary>
internal sealed class SpacedRow
{
    /// <summary>More than any log has; a line with more is malformed.</summary>
    public const int MostFields = 256;

    private readonly (int Start, int End, byte Mark)[] _fields = new (int, int, byte)[MostFields];

    /// <summary>Words.</summary>
    public int Count { get; private set; }

    /// <summary>Splits a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="separator">What stands between words; several spaces are one.</param>
    /// <param name="isDoubled">Whether a quote within quotes is written twice.</param>
    /// <returns>False when a quote is left open or there are too many words.</returns>
    public bool TrySplit(ReadOnlySpan<byte> line, byte separator, bool isDoubled)
    {
        Count = 0;
        var start = 0;
        while (start <= line.Length)
        {
            if (separator == ' ')
            {
                var skip = line[start..].IndexOfAnyExcept(separator);
                if (skip < 0)
                {
                    return true;
                }

                start += skip;
            }

            if (Count == MostFields)
            {
                return false;
            }

            var mark = start < line.Length ? line[start] : (byte)0;
            var end = mark switch
            {
                (byte)'"' => ClosingQuote(line, start + 1, separator, isDoubled),
                (byte)'[' => Closing(line, start + 1, (byte)']', separator),
                (byte)'<' => Closing(line, start + 1, (byte)'>', separator),
                _ => -1,
            };
            if (end >= 0)
            {
                _fields[Count++] = (start + 1, end, mark);
                start = end + 2;
                continue;
            }

            if (mark == '"')
            {
                return false;
            }

            var length = line[start..].IndexOf(separator);
            end = length < 0 ? line.Length : start + length;
            _fields[Count++] = (start, end, 0);
            start = end + 1;
        }

        return true;
    }

    /// <summary>A word without its marks; empty when the line is shorter.</summary>
    /// <param name="line">The line that was split.</param>
    /// <param name="index">From 0.</param>
    public ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int index) => (uint)index < (uint)Count ? line[_fields[index].Start.._fields[index].End] : [];

    /// <summary>The mark that a word began with: <c>"</c>, <c>[</c>, <c>&lt;</c>, or 0.</summary>
    /// <param name="index">From 0.</param>
    public byte Mark(int index) => (uint)index < (uint)Count ? _fields[index].Mark : (byte)0;

    private static int Closing(ReadOnlySpan<byte> line, int start, byte mark, byte separator)
    {
        for (var i = start; i < line.Length; i++)
        {
            var next = line[i..].IndexOf(mark);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (i + 1 == line.Length || line[i + 1] == separator)
            {
                return i;
            }
        }

        return -1;
    }

    private static int ClosingQuote(ReadOnlySpan<byte> line, int start, byte separator, bool isDoubled)
    {
        for (var i = start; i < line.Length; i++)
        {
            var next = line[i..].IndexOf((byte)'"');
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (i + 1 == line.Length || line[i + 1] == separator)
            {
                return i;
            }

            i += isDoubled && line[i + 1] == '"' ? 1 : 0;
        }

        return -1;
    }
}
