using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Squid;

/// <summary>
/// Reads Squid's native lines. Squid writes a line when the request ends, so a tunnel's line comes when it closes;
/// the request began <c>%tr</c> milliseconds earlier.
/// </summary>
internal sealed class SquidReader : LogReader
{
    /// <summary>The proxy wants the browser to log in first; the browser then asks again with the user's name.</summary>
    private const int ProxyAuthenticationRequired = 407;

    /// <summary>Longer than any tunnel lives (over ten years); a greater number is a broken clock's.</summary>
    private const long LongestElapsed = 350_000_000_000;

    /// <inheritdoc/>
    public override string Format => SquidFormat.FormatName;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override bool Glance(ReadOnlySpan<byte> line, ref LineGlance glance)
    {
        Unsafe.SkipInit(out SquidLine at);
        if (!at.TrySplit(line) || !IsPeer(line, at))
        {
            return false;
        }

        glance.UnixSeconds = at.Seconds;
        glance.HasUser = at.HasUser(line);
        glance.IsQuic = false;
        glance.IsNote = false;
        glance.IsAnswer = false;
        glance.IsOpenVerdict = false;
        glance.Application = default;
        glance.Category = default;
        glance.IsOther = IsOther(line, at);
        glance.Host = Host(line, at, ref glance.IsOther);
        return glance.Host.Length <= UrlHost.Longest;
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var at = default(SquidLine);
        if (!at.TrySplit(line) || !IsPeer(line, at))
        {
            return false;
        }

        var other = IsOther(line, at);
        fields.Host = Host(line, at, ref other);
        if (fields.Host.Length > UrlHost.Longest)
        {
            return false;
        }

        fields.EndTicks = DateTime.UnixEpoch.Ticks + (at.Seconds * TimeSpan.TicksPerSecond) + (at.Milliseconds * TimeSpan.TicksPerMillisecond);
        var elapsed = Number(line[at.Elapsed..]);
        fields.StartTicks = fields.EndTicks - (elapsed is > 0 and <= LongestElapsed ? elapsed * TimeSpan.TicksPerMillisecond : 0);
        fields.SourceAddress = Field(line, at.Client);
        fields.Bytes = Math.Max(0, Number(line[at.Bytes..]));
        fields.Url = line[at.Url..at.UrlEnd];
        fields.User = at.HasUser(line) ? line[at.User..at.UserEnd] : [];
        fields.UserIsEncoded = true;
        fields.DestinationAddress = Peer(line[at.Peer..at.PeerEnd]);
        fields.Referrer = Referrer(line[at.PeerEnd..]);
        fields.Action = other ? LogAction.Other : IsRefused(line[at.Result..]) ? LogAction.Blocked : LogAction.Allowed;
        return true;
    }

    /// <summary>
    /// <c>HIER_DIRECT/192.0.2.1</c>: lines of proxies that go on behind Squid's fields have something else there, and would show a piece of it as
    /// the user.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPeer(ReadOnlySpan<byte> line, scoped in SquidLine at) =>
        ((uint)(line[at.Peer] - 'A') <= 'Z' - 'A' || line[at.Peer] == '-') && line[at.PeerEnd - 1] != '>' && line[at.Peer..at.PeerEnd].Contains((byte)'/');

    /// <summary>NONE and TAG_NONE are the proxy's own doing, UDP_ is talk between caches; a person's request is TCP_.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOther(ReadOnlySpan<byte> line, scoped in SquidLine at) =>
        at.Status == ProxyAuthenticationRequired || line[at.Result] != 'T' || line[at.Result + 1] != 'C';

    /// <summary>Denied by an access list, or sent elsewhere by a redirector instead of where the person wanted to go.</summary>
    private static bool IsRefused(ReadOnlySpan<byte> result) => result.StartsWith("TCP_DENIED"u8) || result.StartsWith("TCP_REDIRECT"u8);

    // The bytes of "https://", "http://" and ":443" as one little-endian number each; on other machines the slow way serves.
    private const ulong HttpsScheme = 0x2F2F_3A73_7074_7468;
    private const ulong HttpScheme = 0x002F_2F3A_7074_7468;
    private const uint HttpsPort = 0x3334_343A;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> Host(ReadOnlySpan<byte> line, scoped in SquidLine at, scoped ref bool other)
    {
        var length = at.UrlEnd - at.Url;
        if (length > 8)
        {
            ref var url = ref Unsafe.Add(ref MemoryMarshal.GetReference(line), at.Url);
            var start = Unsafe.ReadUnaligned<ulong>(ref url);
            if (start == HttpsScheme)
            {
                return UrlHost.OfAuthority(line[(at.Url + 8)..], length - 8);
            }

            if ((start & 0x00FF_FFFF_FFFF_FFFF) == HttpScheme)
            {
                return UrlHost.OfAuthority(line[(at.Url + 7)..], length - 7);
            }

            // host:443; brackets and trailing dots take the long way.
            if (line[at.Method] == 'C' && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref url, length - 4)) == HttpsPort && url != '[' && line[at.UrlEnd - 5] != '.')
            {
                return line.Slice(at.Url, length - 4);
            }
        }

        return HostOfOther(line, at, ref other);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> HostOfOther(ReadOnlySpan<byte> line, scoped in SquidLine at, scoped ref bool other)
    {
        var url = line[at.Url..at.UrlEnd];
        return line[at.Method..].StartsWith("CONNECT "u8) ? UrlHost.OfAuthority(url, url.Length) : HostOfUrl(url, ref other);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> HostOfUrl(ReadOnlySpan<byte> url, scoped ref bool other)
    {
        if (url.StartsWith("error:"u8) || url.StartsWith("cache_object:"u8) || url.StartsWith("urn:"u8))
        {
            other = true;
            return [];
        }

        return UrlHost.OfUrl(url);
    }

    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, int start)
    {
        var field = line[start..];
        field = field[..field.IndexOf((byte)' ')];
        return field is [(byte)'-'] ? [] : field;
    }

    private static ReadOnlySpan<byte> Peer(ReadOnlySpan<byte> hierarchy)
    {
        var peer = hierarchy[(hierarchy.IndexOf((byte)'/') + 1)..];
        return peer is [(byte)'-'] || peer.Length == hierarchy.Length ? [] : peer;
    }

    private static long Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out long value, out _) ? value : 0;

    /// <summary>The referrer from log_mime_hdrs' <c>[request headers]</c>, whose line ends are written as escapes.</summary>
    private static ReadOnlySpan<byte> Referrer(ReadOnlySpan<byte> afterPeer)
    {
        var open = afterPeer.IndexOf(" ["u8);
        if (open < 0)
        {
            return [];
        }

        var headers = afterPeer[(open + 2)..];
        var close = headers.IndexOf((byte)']');
        return ReferrerIn(close < 0 ? headers : headers[..close]);
    }

    /// <summary>The referrer in a request's headers, whose line ends are written as escapes.</summary>
    internal static ReadOnlySpan<byte> ReferrerIn(ReadOnlySpan<byte> headers)
    {
        var name = headers.IndexOf("Referer: "u8);
        name = name < 0 ? headers.IndexOf("referer: "u8) : name;
        if (name < 0)
        {
            return [];
        }

        var value = headers[(name + "Referer: ".Length)..];
        var end = value.IndexOf("\\r"u8) is >= 0 and var escape ? escape : value.IndexOf("%0D"u8) is >= 0 and var upper ? upper : value.IndexOf("%0d"u8);
        return end < 0 ? value : value[..end];
    }
}
