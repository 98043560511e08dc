using System.Buffers;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>What the resolvers' formats share.</summary>
internal static class DnsText
{
    private static readonly SearchValues<byte> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF:."u8);
    private static readonly SearchValues<byte> NumberCharacters = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> HexCharacters = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>A queried name as a host: without the trailing dot; a name with what no host has stays as it is.</summary>
    public static ReadOnlySpan<byte> Host(ReadOnlySpan<byte> name) => name.TrimEnd((byte)'.');

    /// <summary>Whether a text is a hexadecimal number of at most 16 digits.</summary>
    public static bool IsHex(ReadOnlySpan<byte> text) => text.Length is >= 1 and <= 16 && text.IndexOfAnyExcept(HexCharacters) < 0;

    /// <summary>Whether text is an address as resolvers write clients: IPv4, or IPv6 without brackets, perhaps with a scope.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 2 or > 64)
        {
            return false;
        }

        if (text.Contains((byte)':'))
        {
            var scope = text.IndexOf((byte)'%');
            return (scope < 0 ? text : text[..scope]).IndexOfAnyExcept(AddressCharacters) < 0;
        }

        return text.Count((byte)'.') == 3 && text.IndexOfAnyExcept(NumberCharacters) < 0 && text[0] != '.';
    }

    /// <summary>Whether an answer is an address that leads nowhere, as filters give it: <c>0.0.0.0</c>, <c>::</c>, the machine itself.</summary>
    public static bool IsNowhere(ReadOnlySpan<byte> answer) =>
        answer.SequenceEqual("0.0.0.0"u8) || answer.SequenceEqual("::"u8) || answer.SequenceEqual("::1"u8) || answer.SequenceEqual("::ffff:0.0.0.0"u8)
        || (answer.StartsWith("127."u8) && IsAddress(answer));

    /// <summary>Whether an answer is an address of a private network: for a public site, the page that says that it is refused.</summary>
    public static bool IsPrivate(ReadOnlySpan<byte> answer)
    {
        return IsAddress(answer) && !answer.Contains((byte)':')
            && (answer.StartsWith("10."u8) || answer.StartsWith("192.168."u8) || (answer.StartsWith("172."u8) && answer.Length > 6 && answer[6] == '.' && IsBetween(answer[4], answer[5])));

        // 172.16.0.0/12.
        static bool IsBetween(byte tens, byte ones) => (tens == '1' && ones is >= (byte)'6' and <= (byte)'9') || tens == '2' || (tens == '3' && ones is (byte)'0' or (byte)'1');
    }

    /// <summary>
    /// Whether an answer of the resolver's own for this name may be that of YouTube's restricted mode, which lets the site through: of the
    /// sites for which such answers are documented it is the one that is social media.
    /// </summary>
    public static bool IsRestrictable(ReadOnlySpan<byte> host) => host.IndexOf("youtube"u8) >= 0 || host.IndexOf("YouTube"u8) >= 0;
}
