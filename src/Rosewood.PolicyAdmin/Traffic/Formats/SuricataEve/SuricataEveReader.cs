using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SuricataEve;

/// <summary>
/// Reads Suricata's events: <c>http</c>, <c>tls</c>, <c>quic</c> and DNS queries of all three versions are events, allowed as far as the
/// sensor can tell. A DNS answer that refuses (<c>REFUSED</c>, or an address that leads nowhere) refers to its query
/// (<see cref="LogFields.IsAnswer"/>). An alert is an event where its action is <c>blocked</c> and it names a host. All else is a note.
/// </summary>
internal sealed class SuricataEveReader(LogReaderOptions options) : TextLogReader(SuricataEveFormat.FormatName, options)
{
    private const int Stamp = 0;
    private const int Event = 1;
    private const int SourceIp = 2;
    private const int SourcePort = 3;
    private const int TargetIp = 4;
    private const int HttpHost = 5;
    private const int HttpUrl = 6;
    private const int HttpReferrer = 7;
    private const int HttpLength = 8;
    private const int TlsName = 9;
    private const int QuicName = 10;
    private const int DnsType = 11;
    private const int DnsName = 12;
    private const int DnsQueriesName = 13;
    private const int DnsQueryName = 14;
    private const int DnsCode = 15;
    private const int DnsData = 16;
    private const int DnsAnswersData = 17;
    private const int DnsGroupedA = 18;
    private const int DnsGroupedAaaa = 19;
    private const int AlertAction = 20;
    private const int FlowSource = 21;
    private const int FlowTarget = 22;
    private const int Direction = 23;
    private readonly JsonFields _json = new(
        "timestamp", "event_type", "src_ip", "src_port", "dest_ip", "http.hostname", "http.url", "http.http_refer", "http.length", "tls.sni", "quic.sni",
        "dns.type", "dns.rrname", "dns.queries.rrname", "dns.query.rrname", "dns.rcode", "dns.rdata", "dns.answers.rdata", "dns.grouped.A", "dns.grouped.AAAA",
        "alert.action", "flow.src_ip", "flow.dest_ip", "direction");

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        // rsyslog and journald may put a cookie before JSON.
        line = line.StartsWith("@cee:"u8) ? line["@cee:"u8.Length..].TrimStart((byte)' ') : line;
        if (!_json.TryRead(line) || !_json.Has(Event) || !_json.Has(Stamp) || !Time.TryIso(_json[line, Stamp], out fields.EndTicks))
        {
            return false;
        }

        fields.SourceAddress = _json[line, SourceIp];
        fields.DestinationAddress = _json[line, TargetIp];
        fields.Action = LogAction.Allowed;
        var kind = _json[line, Event];
        if (kind.SequenceEqual("http"u8))
        {
            Http(line, ref fields);
        }
        else if (kind.SequenceEqual("tls"u8))
        {
            fields.Host = UrlHost.OfLoose(_json[line, TlsName]);
        }
        else if (kind.SequenceEqual("quic"u8))
        {
            fields.Host = UrlHost.OfLoose(_json[line, QuicName]);
            fields.IsQuic = true;
        }
        else if (kind.SequenceEqual("dns"u8))
        {
            Dns(line, ref fields);
        }
        else if (kind.SequenceEqual("alert"u8) && _json[line, AlertAction].SequenceEqual("blocked"u8))
        {
            Alert(line, ref fields);
        }
        else
        {
            fields.IsNote = true;
        }

        return true;
    }

    private void Http(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        fields.Url = _json[line, HttpUrl];
        fields.Host = UrlHost.OfLoose(_json[line, HttpHost]);
        fields.Host = fields.Host.IsEmpty ? UrlHost.OfUrl(fields.Url) : fields.Host;
        fields.Referrer = _json[line, HttpReferrer];
        fields.Bytes = Number(_json[line, HttpLength]);
    }

    private void Dns(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        fields.Host = DnsText.Host(Name(line));
        var type = _json[line, DnsType];
        if (type.SequenceEqual("query"u8) || type.SequenceEqual("request"u8))
        {
            return;
        }

        var isRefused = _json[line, DnsCode].SequenceEqual("REFUSED"u8) || DnsText.IsNowhere(_json[line, DnsData]) || DnsText.IsNowhere(_json[line, DnsAnswersData])
            || DnsText.IsNowhere(_json[line, DnsGroupedA]) || DnsText.IsNowhere(_json[line, DnsGroupedAaaa]);
        fields.IsNote = !isRefused;
        fields.IsAnswer = true;
        fields.Action = LogAction.Blocked;

        // Some versions write an answer's packet as it was sent, others the flow's direction: who has port 53 is the server.
        if (_json[line, SourcePort].SequenceEqual("53"u8))
        {
            fields.SourceAddress = _json[line, TargetIp];
            fields.DestinationAddress = _json[line, SourceIp];
        }
    }

    private void Alert(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        Http(line, ref fields);
        fields.Host = !fields.Host.IsEmpty ? fields.Host : UrlHost.OfLoose(_json[line, TlsName]);
        fields.Host = !fields.Host.IsEmpty ? fields.Host : UrlHost.OfLoose(_json[line, QuicName]);
        fields.Host = !fields.Host.IsEmpty ? fields.Host : DnsText.Host(Name(line));
        fields.Action = LogAction.Blocked;
        fields.IsNote = fields.Host.IsEmpty;

        // The packet that raised the alert may be the server's.
        if (_json.Has(FlowSource))
        {
            fields.SourceAddress = _json[line, FlowSource];
            fields.DestinationAddress = _json[line, FlowTarget];
        }
        else if (_json[line, Direction].SequenceEqual("to_client"u8))
        {
            fields.SourceAddress = _json[line, TargetIp];
            fields.DestinationAddress = _json[line, SourceIp];
        }
    }

    private ReadOnlySpan<byte> Name(ReadOnlySpan<byte> line) =>
        _json.Has(DnsName) ? _json[line, DnsName] : _json.Has(DnsQueriesName) ? _json[line, DnsQueriesName] : _json[line, DnsQueryName];
}
