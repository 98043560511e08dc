using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// A format of separated values whose columns are named by a header, in an order that varies from product to product and from export to
/// export. A header may come again, where exports were put behind each other.
/// </summary>
internal abstract class HeaderFormat : LogFormat
{
    /// <summary>What separates fields.</summary>
    public virtual byte Delimiter => (byte)',';

    /// <inheritdoc/>
    public sealed override bool IsLineFormat => false;

    /// <summary>Columns that a header has to have; of each, all the names that versions give it.</summary>
    protected abstract IReadOnlyList<string[]> Required { get; }

    /// <summary>Whether a line names the columns of this format.</summary>
    public bool IsHeader(ReadOnlySpan<byte> line)
    {
        line = line.StartsWith("\uFEFF"u8) ? line["\uFEFF"u8.Length..] : line;
        return CouldBeHeader(line) && HasRequired(new ColumnHeader(line, Delimiter));
    }

    // By itself, so that what the lambda holds costs nothing for a line that is no header.
    private bool HasRequired(ColumnHeader header) => Required.All(names => header.Find(names) >= 0);

    /// <inheritdoc/>
    public sealed override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        byte[]? last = null;
        foreach (var line in new LineEnumerator(text))
        {
            last = IsHeader(line) ? line.ToArray() : last;
        }

        return last;
    }

    private static bool HasTime(ReadOnlySpan<byte> line)
    {
        const int FewestDigits = 6;
        var digits = 0;
        for (var i = 0; i < line.Length && digits < FewestDigits; i++)
        {
            digits += char.IsAsciiDigit((char)line[i]) ? 1 : 0;
        }

        return digits == FewestDigits;
    }

    /// <summary>A row of data has a time, mostly near its beginning; names have no digits there, and few at all.</summary>
    private bool CouldBeHeader(ReadOnlySpan<byte> line)
    {
        const int Window = 24;
        return line.Length > 8
            && (char.IsAsciiLetter((char)line[0]) || line[0] is (byte)'"' or (byte)'#')
            && line[..Math.Min(Window, line.Length)].IndexOfAnyInRange((byte)'0', (byte)'9') < 0
            && line.Contains(Delimiter)
            && !HasTime(line);
    }
}
