using System.Globalization;

namespace Rosewood.PolicyAdmin.Devices;

/// <summary>A MAC address, in any of the usual spellings: <c>aa:bb:cc:dd:ee:ff</c>, <c>aa-bb-…</c>, <c>aabb.ccdd.eeff</c>, <c>aabbccddeeff</c>.</summary>
internal static class MacAddress
{
    private const int Digits = 12;

    /// <summary>Reads one without allocating.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        text = text.Trim();
        var group = text.Length switch { 17 => 2, 14 => 4, Digits => Digits, _ => 0 };
        var separator = group is 2 or 4 ? text[group] : '\0';
        if (group == 0 || (group == 2 && separator is not (':' or '-')) || (group == 4 && separator != '.'))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i % (group + 1) == group)
            {
                if (text[i] != separator)
                {
                    return false;
                }
            }
            else if (char.IsAsciiHexDigit(text[i]))
            {
                value = (value << 4) | HexValue(text[i]);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The normal spelling, <c>aa:bb:cc:dd:ee:ff</c>.</summary>
    public static string Format(ulong value) =>
        string.Join(':', Enumerable.Range(0, 6).Select(i => ((value >> (40 - (8 * i))) & 0xFF).ToString("x2", CultureInfo.InvariantCulture)));

    /// <summary>Whether it can name one device: not all zeros, not broadcast or multicast.</summary>
    public static bool IsOfOneDevice(ulong value) => value != 0 && ((value >> 40) & 1) == 0;

    private static uint HexValue(char digit) => char.IsAsciiDigit(digit) ? (uint)(digit - '0') : (uint)((digit | 0x20) - 'a' + 10);
}
