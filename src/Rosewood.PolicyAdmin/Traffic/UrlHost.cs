using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Finds the host in an authority: <c>[userinfo@]host[:port]</c>, without its port, brackets and trailing dot. Case stays.</summary>
internal static class UrlHost
{
    /// <summary>DNS allows no more (RFC 1035); longer is malformed.</summary>
    public const int Longest = 253;

    /// <summary>The host of the authority at the beginning of a text.</summary>
    /// <param name="text">Begins right after <c>//</c>; may go on behind the address.</param>
    /// <param name="length">Where the address ends in it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> OfAuthority(ReadOnlySpan<byte> text, int length)
    {
        if (Vector256.IsHardwareAccelerated && text.Length >= Vector256<byte>.Count)
        {
            var stop = FirstStop(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(text)));

            // Most hosts are short and end at a slash; userinfo, ports and brackets are rare.
            if (stop < Vector256<byte>.Count && stop > 1 && stop < length && text[stop] is (byte)'/' && text[stop - 1] != '.')
            {
                return text[..stop];
            }
        }

        return Slow(text[..length]);
    }

    /// <summary>The host of an absolute address, empty when it has none.</summary>
    public static ReadOnlySpan<byte> OfUrl(ReadOnlySpan<byte> url)
    {
        var scheme = url.IndexOf("://"u8);
        return scheme > 0 && url[..scheme].IndexOfAnyExcept(SchemeCharacters) < 0 ? OfAuthority(url[(scheme + 3)..], url.Length - scheme - 3) : [];
    }

    /// <summary>The host of an address that may lack its scheme: <c>www.example.org/path</c>, <c>host:port</c>, <c>https://…</c>; empty for a bare path.</summary>
    public static ReadOnlySpan<byte> OfLoose(ReadOnlySpan<byte> url)
    {
        var host = OfUrl(url);
        return !host.IsEmpty || url.IsEmpty || url[0] == '/' || url.IndexOf("://"u8) >= 0 ? host : OfAuthority(url, url.Length);
    }

    private static System.Buffers.SearchValues<byte> SchemeCharacters { get; } =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstStop(Vector256<byte> text)
    {
        var stops = Vector256.Equals(text, Vector256.Create((byte)'/'))
            | Vector256.Equals(text, Vector256.Create((byte)':'))
            | Vector256.Equals(text, Vector256.Create((byte)'@'))
            | Vector256.Equals(text, Vector256.Create((byte)'?'))
            | Vector256.Equals(text, Vector256.Create((byte)'#'))
            | Vector256.Equals(text, Vector256.Create((byte)'\\'));
        return BitOperations.TrailingZeroCount(stops.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> Slow(ReadOnlySpan<byte> text)
    {
        // Browsers treat a backslash as a slash: "http://good.example\@evil.example" goes to good.example.
        var end = text.IndexOfAny("/?#\\"u8);
        var host = end < 0 ? text : text[..end];
        var at = host.LastIndexOf((byte)'@');
        if (at >= 0)
        {
            host = host[(at + 1)..];
        }

        if (host is [(byte)'[', ..])
        {
            var close = host.IndexOf((byte)']');
            return close < 0 ? [] : host[1..close];
        }

        var colon = host.IndexOf((byte)':');

        // Two colons and no brackets: an IPv6 address as some logs write it, with no port to take off.
        if (colon >= 0 && host.LastIndexOf((byte)':') == colon)
        {
            host = host[..colon];
        }

        return host.TrimEnd((byte)'.');
    }
}
