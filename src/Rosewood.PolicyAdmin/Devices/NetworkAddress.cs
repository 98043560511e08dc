using System.Globalization;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>
/// An IPv4 or IPv6 address as a number. Read strictly and without allocating: no octal, no short forms, no port. An IPv4 address
/// written in IPv6 (<c>::ffff:10.0.0.1</c>) is that IPv4 address.
/// </summary>
/// <param name="Value">The bits; of IPv4 the low 32.</param>
/// <param name="IsV6">Whether it is IPv6.</param>
internal readonly record struct NetworkAddress(UInt128 Value, bool IsV6)
{
    private const int Groups = 8;

    /// <summary>How many bits the address has.</summary>
    public int Bits => IsV6 ? 128 : 32;

    /// <summary>Reads an address; brackets and a zone (<c>%eth0</c>) around IPv6 are passed over.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NetworkAddress address)
    {
        text = text.Trim();
        if (text is ['[', .. var inner, ']'])
        {
            text = inner;
        }

        if (!text.Contains(':'))
        {
            var isV4 = TryParseV4(text, out var v4);
            address = new NetworkAddress(v4, IsV6: false);
            return isV4;
        }

        var zone = text.IndexOf('%');
        var isV6 = TryParseV6(zone < 0 ? text : text[..zone], out var value);
        address = value >> 32 == 0xFFFF ? new NetworkAddress((uint)value, IsV6: false) : new NetworkAddress(value, IsV6: true);
        return isV6;
    }

    /// <summary>The address with all but its first bits cleared.</summary>
    public NetworkAddress Masked(int prefix) => this with { Value = prefix == 0 ? 0 : Value >> (Bits - prefix) << (Bits - prefix) };

    /// <summary>Canonical text.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(Value >> (120 - (8 * i)));
        }

        return new System.Net.IPAddress(IsV6 ? bytes : bytes[12..]).ToString();
    }

    private static bool TryParseV4(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            var shaped = part.Length is 1 or 2 or 3 && (part.Length == 1 || part[0] != '0');
            if (++parts > 4 || !shaped || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet))
            {
                return false;
            }

            value = (value << 8) | octet;
        }

        return parts == 4;
    }

    private static bool TryParseV6(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = 0;
        var gap = text.IndexOf("::");
        if (gap < 0)
        {
            return TryParseGroups(text, out value, out var count) && count == Groups;
        }

        if (!TryParseGroups(text[..gap], out var head, out var before, mayEndInV4: false) || !TryParseGroups(text[(gap + 2)..], out var tail, out var after) || before + after >= Groups)
        {
            return false;
        }

        value = before == 0 ? tail : (head << (16 * (Groups - before))) | tail;
        return true;
    }

    private static bool TryParseGroups(ReadOnlySpan<char> text, out UInt128 value, out int count, bool mayEndInV4 = true)
    {
        value = 0;
        count = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        foreach (var range in text.Split(':'))
        {
            var group = text[range];
            if (mayEndInV4 && range.End.GetOffset(text.Length) == text.Length && group.Contains('.'))
            {
                count += 2;
                value = value << 32;
                var isV4 = TryParseV4(group, out var v4);
                value |= v4;
                return isV4 && count <= Groups;
            }

            if (++count > Groups || group.Length is 0 or > 4 || !ushort.TryParse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            {
                return false;
            }

            value = (value << 16) | bits;
        }

        return true;
    }
}
