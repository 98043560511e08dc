using System.Buffers;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>Tells an IP address from a name without reading it whole.</summary>
internal static class AddressText
{
    private static readonly SearchValues<byte> V4 = SearchValues.Create("0123456789."u8);
    private static readonly SearchValues<byte> V6 = SearchValues.Create("0123456789abcdefABCDEF:.%"u8);

    /// <summary>Digits with dots, or hexadecimal digits with two colons at least.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text.IndexOfAnyExcept(V6) >= 0)
        {
            return false;
        }

        var colon = text.IndexOf((byte)':');
        return colon < 0 ? text.Contains((byte)'.') && text.IndexOfAnyExcept(V4) < 0 : text.LastIndexOf((byte)':') > colon;
    }
}
