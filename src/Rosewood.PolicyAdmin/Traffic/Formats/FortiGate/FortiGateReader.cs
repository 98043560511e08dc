using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;

/// <summary>
/// Reads FortiOS records. <c>eventtime</c> counts before date and time: it is UTC whatever the device's clock shows. FortiAnalyzer's
/// <c>timestamp</c> is local time written as an epoch, and its <c>itime</c> the time of receipt: neither is used. Records of other kinds
/// (system events, antivirus, IPS) are notes.
/// </summary>
/// <param name="options">What the log leaves open.</param>
internal sealed class FortiGateReader(LogReaderOptions options) : TextLogReader(FortiGateFormat.FormatName, options)
{
    private const long LongestDuration = 100_000_000;

    private enum RecordKind
    {
        Other,
        Web,
        Application,
        Dns,
        Traffic,
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var record = default(FortiGateRecord);
        if (!TrySplit(line, ref record) || !TryTime(record, out fields.EndTicks))
        {
            return false;
        }

        var kind = KindOf(record);
        if (kind == RecordKind.Other || (kind == RecordKind.Dns && IsBareResponse(record)))
        {
            fields.IsNote = true;
            return true;
        }

        fields.Action = kind switch
        {
            RecordKind.Traffic => TrafficAction(record),

            // A query has no verdict: that comes with its response.
            RecordKind.Dns when record.Action.IsEmpty => LogAction.Allowed,
            _ => FilterAction(record.Action),
        };
        fields.IsOpenVerdict = kind != RecordKind.Traffic && fields.Action == LogAction.Other;
        fields.IsAnswer = kind == RecordKind.Dns && IsResponse(record) && fields.Action == LogAction.Blocked;
        fields.Host = Host(record, kind);
        fields.Url = Known(record.Url);
        fields.User = Scratch.Unescape(Known(record.User));
        fields.SourceAddress = Known(record.Source);
        fields.DestinationAddress = Known(record.Destination);
        fields.Referrer = Known(record.Referrer);
        fields.Application = Known(record.Application);
        fields.Category = Scratch.Unescape(Known(record.Category));
        fields.Device = Known(record.SourceName) is { IsEmpty: false } name ? name : Known(record.SourceMac);
        fields.Bytes = Number(record.Received);
        fields.IsQuic = record.Protocol.SequenceEqual("17"u8) && record.DestinationPort.SequenceEqual("443"u8);
        if (kind == RecordKind.Traffic && Number(record.Duration) is > 0 and < LongestDuration and var seconds)
        {
            fields.StartTicks = fields.EndTicks - (seconds * TimeSpan.TicksPerSecond);
        }

        return true;
    }

    private static bool TrySplit(ReadOnlySpan<byte> line, ref FortiGateRecord record)
    {
        if (line.StartsWith("CEF:"u8))
        {
            var cef = default(CefLine);
            if (!cef.TrySplit(line) || !cef.Vendor.SequenceEqual("Fortinet"u8) || !System.Text.Ascii.EqualsIgnoreCase(cef.Product, "Fortigate"u8))
            {
                return false;
            }

            var cefPairs = cef.Pairs;
            while (cefPairs.MoveNext())
            {
                record.TakeCef(cefPairs.Key, cefPairs.Value);
            }

            record.Type = cef.Name[..Math.Max(0, cef.Name.IndexOf((byte)':'))];
            return !record.Subtype.IsEmpty;
        }

        // FortiOS and FortiAnalyzer begin a record in a handful of ways; all have date, type and logid near the beginning.
        if (line.Length < 40 || line[..Math.Min(line.Length, 512)].IndexOf("type="u8) < 0)
        {
            return false;
        }

        FortiGatePairs.Split(line, ref record);
        return !record.LogId.IsEmpty && !record.Type.IsEmpty && !record.Subtype.IsEmpty;
    }

    private bool TryTime(in FortiGateRecord record, out long utcTicks) =>
        record.EventTime.IsEmpty
            ? Time.TryDateAndTime(record.Date, record.Time, record.Zone, out utcTicks)
            : LogTime.TryEpoch(record.EventTime, out utcTicks);

    private static RecordKind KindOf(in FortiGateRecord record)
    {
        if (record.Type.SequenceEqual("traffic"u8))
        {
            // Traffic to and from the firewall itself, and what it saw on a mirror port, is nobody's visit.
            return record.Subtype.SequenceEqual("local"u8) || record.Subtype.SequenceEqual("sniffer"u8) ? RecordKind.Other : RecordKind.Traffic;
        }

        // FortiOS 4 called the type what is the subtype since.
        var kind = record.Type.SequenceEqual("utm"u8) ? record.Subtype : record.Type;
        return kind.SequenceEqual("webfilter"u8) ? RecordKind.Web
            : kind.SequenceEqual("app-ctrl"u8) ? RecordKind.Application
            : kind.SequenceEqual("dns"u8) ? RecordKind.Dns
            : RecordKind.Other;
    }

    private static bool IsResponse(scoped in FortiGateRecord record) => record.EventType.SequenceEqual("dns-response"u8) || record.Subtype.SequenceEqual("dns-response"u8);

    /// <summary>A response without a verdict only doubles its query. One with a verdict may be the only record: queries are not logged everywhere.</summary>
    private static bool IsBareResponse(scoped in FortiGateRecord record) => IsResponse(record) && record.Action.IsEmpty;

    private static LogAction FilterAction(ReadOnlySpan<byte> action) => action.Length switch
    {
        4 when Is(action, "pass"u8) => LogAction.Allowed,
        5 when Is(action, "block"u8) || Is(action, "reset"u8) => LogAction.Blocked,
        7 when Is(action, "blocked"u8) => LogAction.Blocked,
        7 when Is(action, "allowed"u8) || Is(action, "monitor"u8) => LogAction.Allowed,
        8 when Is(action, "redirect"u8) || Is(action, "filtered"u8) || Is(action, "override"u8) => LogAction.Blocked,
        8 when Is(action, "exempted"u8) => LogAction.Allowed,
        11 when Is(action, "passthrough"u8) => LogAction.Allowed,
        _ => LogAction.Other,
    };

    private static LogAction TrafficAction(in FortiGateRecord record)
    {
        if (FilterAction(record.UtmAction) == LogAction.Blocked || Is(record.Action, "deny"u8) || Is(record.Action, "blocked"u8))
        {
            return LogAction.Blocked;
        }

        // A session's record comes when it ends; the one at its start, and a failed connection's, count for nothing.
        return Is(record.Action, "accept"u8) || Is(record.Action, "close"u8) || Is(record.Action, "timeout"u8)
            || Is(record.Action, "client-rst"u8) || Is(record.Action, "server-rst"u8)
            ? LogAction.Allowed
            : LogAction.Other;
    }

    private static ReadOnlySpan<byte> Host(scoped in FortiGateRecord record, RecordKind kind)
    {
        var name = kind == RecordKind.Dns ? record.Query : record.HostName;
        name = Known(name);
        return name.IsEmpty ? UrlHost.OfUrl(Known(record.Url)) : UrlHost.OfAuthority(name, name.Length);
    }
}
