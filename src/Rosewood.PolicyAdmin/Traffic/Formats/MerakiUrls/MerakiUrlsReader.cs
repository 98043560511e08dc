using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.MerakiUrls;

/// <summary>
/// Reads <c>[1 ]seconds.fraction appliance kind …</c>. A line of <c>urls</c> has no verdict and comes for what was let through; a block of the
/// content filter comes as an event that names the client by its hardware address only. All other kinds show no host.
/// </summary>
internal sealed class MerakiUrlsReader(LogReaderOptions options) : TextLogReader(MerakiUrlsFormat.FormatName, options)
{
    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        line = line.TrimStart((byte)' ');
        line = line.StartsWith("1 "u8) ? line[2..] : line;
        var rest = line;
        var time = Take(ref rest);
        if (time.Length < 12 || time[10] != '.' || !LogTime.TryEpoch(time, out fields.EndTicks) || Take(ref rest).IsEmpty)
        {
            return false;
        }

        var kind = Take(ref rest);
        return kind.SequenceEqual("urls"u8) ? ReadUrl(rest, ref fields)
            : kind.SequenceEqual("events"u8) ? ReadEvent(rest, ref fields)
            : IsOtherKind(kind) && (fields.IsNote = true);
    }

    private static bool ReadUrl(ReadOnlySpan<byte> text, ref LogFields fields)
    {
        var request = text.IndexOf("request: "u8);
        if (request < 0 || !text.StartsWith("src="u8))
        {
            return false;
        }

        var before = text[..request];
        fields.SourceAddress = WithoutLastPort(Bare(before, "src="u8));
        fields.DestinationAddress = WithoutLastPort(Bare(before, "dst="u8));
        fields.Device = Bare(before, "mac="u8);
        var asked = text[(request + "request: "u8.Length)..];
        var space = asked.IndexOf((byte)' ');
        fields.Url = space < 0 ? asked : asked[(space + 1)..].Trim((byte)' ');
        fields.Host = UrlHost.OfLoose(fields.Url);
        fields.Action = LogAction.Allowed;
        return !fields.Url.IsEmpty && !fields.SourceAddress.IsEmpty;
    }

    private static bool ReadEvent(ReadOnlySpan<byte> text, ref LogFields fields)
    {
        if (!text.StartsWith("content_filtering_block "u8))
        {
            return fields.IsNote = true;
        }

        fields.Url = Quoted(text, " url='"u8);
        fields.Host = UrlHost.OfLoose(fields.Url);
        fields.Category = Known(Quoted(text, " category0='"u8));
        fields.DestinationAddress = WithoutLastPort(Quoted(text, " server='"u8));
        fields.Device = Quoted(text, " client_mac='"u8);
        fields.Action = LogAction.Blocked;
        return !fields.Url.IsEmpty;
    }

    private static bool IsOtherKind(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("flows"u8) || kind.SequenceEqual("firewall"u8) || kind.SequenceEqual("vpn_firewall"u8) || kind.SequenceEqual("cellular_firewall"u8)
        || kind.SequenceEqual("l7_firewall"u8) || kind.SequenceEqual("ip_flow_start"u8) || kind.SequenceEqual("ip_flow_end"u8) || kind.SequenceEqual("ids-alerts"u8)
        || kind.SequenceEqual("security_event"u8) || kind.SequenceEqual("airmarshal_events"u8) || kind.SequenceEqual("bridge_anyconnect_client_vpn_firewall"u8);

    /// <summary>An address is always written with its port, an IPv6 one without brackets: the last colon is the port's.</summary>
    private static ReadOnlySpan<byte> WithoutLastPort(ReadOnlySpan<byte> text)
    {
        var colon = text.LastIndexOf((byte)':');
        return (colon < 0 ? text : text[..colon]).Trim("[]"u8);
    }

    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        var start = text.IndexOf(key);
        if (start < 0 || (start > 0 && text[start - 1] != ' '))
        {
            return [];
        }

        var value = text[(start + key.Length)..];
        var end = value.IndexOf((byte)' ');
        return end < 0 ? value : value[..end];
    }

    private static ReadOnlySpan<byte> Quoted(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        var start = text.IndexOf(key);
        if (start < 0)
        {
            return [];
        }

        var value = text[(start + key.Length)..];
        var end = value.IndexOf("' "u8);
        return end >= 0 ? value[..end] : value.TrimEnd("' "u8);
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        var space = rest.IndexOf((byte)' ');
        var taken = space < 0 ? rest : rest[..space];
        rest = space < 0 ? [] : rest[(space + 1)..];
        return taken;
    }
}
