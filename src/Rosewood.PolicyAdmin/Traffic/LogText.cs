using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Turns a log's bytes into text that is safe to keep and to show.</summary>
internal static class LogText
{
    /// <summary>Text of a field; null when it is empty.</summary>
    /// <param name="bytes">UTF-8; what is not becomes U+FFFD.</param>
    /// <param name="percentEncoded">Whether <c>%XX</c> stands for a byte.</param>
    public static string? OrNull(ReadOnlySpan<byte> bytes, bool percentEncoded = false)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        return percentEncoded && bytes.Contains((byte)'%') ? PercentDecode(bytes) : Encoding.UTF8.GetString(bytes);
    }

    /// <summary>An address in its one canonical form (IPv4 mapped into IPv6 is IPv4); another text, such as a name, in lower case; null when empty.</summary>
    public static string? Address(ReadOnlySpan<byte> bytes)
    {
        if (OrNull(bytes) is not { } text)
        {
            return null;
        }

        // A scope (fe80::1%eth0) belongs to the proxy's machine, not to the client.
        var scope = text.IndexOf('%', StringComparison.Ordinal);
        if (!IPAddress.TryParse(scope > 0 ? text.AsSpan(0, scope) : text, out var address))
        {
            return text.ToLowerInvariant();
        }

        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    /// <summary>The beginning of a line for people to look at: bounded, and with control characters made visible.</summary>
    public static string Sample(ReadOnlySpan<byte> line, int longest = 160)
    {
        var text = Encoding.UTF8.GetString(line[..WholeCharacters(line, longest)]);
        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            // Format characters can turn the reading direction round and hide what a line says.
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            }
            else
            {
                result.Append(rune.ToString());
            }
        }

        return line.Length > longest ? result.Append('…').ToString() : result.ToString();
    }

    /// <summary>Up to so many bytes, and none of a character that would be cut. What is no UTF-8 is cut where it is.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> line, int most)
    {
        const int MostFollowers = 3;
        if (line.Length <= most)
        {
            return line.Length;
        }

        var end = most;
        while (end > 0 && most - end < MostFollowers && (line[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return (line[end] & 0xC0) == 0x80 ? most : end;
    }

    private static string PercentDecode(ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            var length = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                if (bytes[i] == '%' && i + 2 < bytes.Length && TryHex(bytes[i + 1], bytes[i + 2], out var value))
                {
                    buffer[length++] = value;
                    i += 2;
                }
                else
                {
                    buffer[length++] = bytes[i];
                }
            }

            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool TryHex(byte high, byte low, out byte value)
    {
        value = 0;
        if (!char.IsAsciiHexDigit((char)high) || !char.IsAsciiHexDigit((char)low))
        {
            return false;
        }

        value = (byte)((Digit(high) << 4) | Digit(low));
        return true;

        static int Digit(byte c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    }
}
