using System.Globalization;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// A line in IBM's Log Event Extended Format: <c>LEEF:1.0|vendor|product|version|event|</c> and pairs behind tabs; <c>LEEF:2.0</c> names
/// its separator in a sixth field, as a character or as <c>x5E</c> or <c>0x5E</c>.
/// </summary>
internal ref struct LeefLine
{
    public ReadOnlySpan<byte> Vendor;
    public ReadOnlySpan<byte> Product;
    public ReadOnlySpan<byte> Version;
    public ReadOnlySpan<byte> EventId;

    /// <summary>The pairs.</summary>
    public ReadOnlySpan<byte> Attributes;

    /// <summary>What separates them.</summary>
    public byte Separator;

    /// <summary>Splits a line; text before <c>LEEF:</c> is skipped up to 512 bytes.</summary>
    public bool TrySplit(ReadOnlySpan<byte> line)
    {
        const int LongestStart = 512;
        var start = line[..Math.Min(line.Length, LongestStart)].IndexOf("LEEF:"u8);
        if (start < 0)
        {
            return false;
        }

        var rest = line[start..];
        if (!Take(ref rest, out var version) || !Take(ref rest, out Vendor) || !Take(ref rest, out Product) || !Take(ref rest, out Version) || !Take(ref rest, out EventId))
        {
            return false;
        }

        Separator = (byte)'\t';
        if (version.StartsWith("LEEF:2"u8) && rest.IndexOf((byte)'|') is >= 0 and <= 4 and var length)
        {
            Separator = SeparatorOf(rest[..length]);
            rest = rest[(length + 1)..];
        }

        Attributes = rest;
        return !rest.IsEmpty;
    }

    /// <summary>The pairs, one after the other.</summary>
    public readonly KeyValues Pairs => new(Attributes, Separator);

    private static byte SeparatorOf(ReadOnlySpan<byte> text)
    {
        var hex = text is [(byte)'0', (byte)'x' or (byte)'X', ..] ? text[2..] : text is [(byte)'x' or (byte)'X', _, ..] ? text[1..] : default;
        return !hex.IsEmpty && byte.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : text.IsEmpty ? (byte)'\t' : text[0];
    }

    private static bool Take(scoped ref ReadOnlySpan<byte> rest, scoped out ReadOnlySpan<byte> field)
    {
        var end = rest.IndexOf((byte)'|');
        field = end < 0 ? default : rest[..end];
        rest = end < 0 ? rest : rest[(end + 1)..];
        return end >= 0;
    }
}
