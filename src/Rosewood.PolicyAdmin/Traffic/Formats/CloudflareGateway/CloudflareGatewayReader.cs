using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.CloudflareGateway;

/// <summary>
/// Reads Gateway's records, told apart by their fields: <c>QueryName</c> for DNS, <c>HTTPHost</c> or <c>URL</c> for HTTP, <c>SNI</c> and
/// <c>Transport</c> for the network. Decisions begin with <c>allowed</c>, <c>blocked</c> or <c>override</c>, actions are a rule's; a word
/// that is none of those known makes the record nobody's act.
/// </summary>
internal sealed class CloudflareGatewayReader(LogReaderOptions options) : TextLogReader(CloudflareGatewayFormat.FormatName, options)
{
    private const int Stamp = 0;
    private const int Email = 1;
    private const int DeviceName = 2;
    private const int QueryName = 3;
    private const int ResolverDecision = 4;
    private const int Decision = 5;
    private const int SrcIp = 6;
    private const int HttpHost = 7;
    private const int Url = 8;
    private const int Action = 9;
    private const int Referer = 10;
    private const int SourceIp = 11;
    private const int SourceInternalIp = 12;
    private const int DestinationIp = 13;
    private const int Sni = 14;
    private const int Transport = 15;
    private const int Application = 16;
    private const int Applications = 17;
    private const int HttpMethod = 18;
    private const int HttpVersion = 19;
    private readonly JsonFields _json = new(
        "Datetime", "Email", "DeviceName", "QueryName", "ResolverDecision", "Decision", "SrcIP", "HTTPHost", "URL", "Action", "Referer", "SourceIP", "SourceInternalIP", "DestinationIP", "SNI", "Transport",
        "ApplicationName", "ApplicationNames", "HTTPMethod", "HTTPVersion");

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_json.TryRead(line))
        {
            return false;
        }

        // Logpush writes times as RFC 3339, or as seconds or nanoseconds since 1970.
        var stamp = _json[line, Stamp];
        if (!LogTime.TryEpoch(stamp, out fields.EndTicks) && !Time.TryIso(stamp, out fields.EndTicks))
        {
            return false;
        }

        fields.User = Person(_json[line, Email]);
        fields.Device = _json[line, DeviceName];
        fields.Application = Known(_json.Has(Application) ? _json[line, Application] : _json[line, Applications]);
        if (_json.Has(QueryName))
        {
            return ReadDns(line, ref fields);
        }

        if (!_json.Has(Action) || !_json.Has(SourceIp))
        {
            return false;
        }

        fields.SourceAddress = _json[line, SourceInternalIp].IsEmpty ? _json[line, SourceIp] : _json[line, SourceInternalIp];
        fields.DestinationAddress = _json[line, DestinationIp];
        fields.Category = JsonLists.Join(line, "\"CategoryNames\":["u8, Scratch);
        var isHttp = _json.Has(HttpHost) || _json.Has(Url) || _json.Has(HttpMethod);
        if (isHttp)
        {
            fields.Url = _json[line, Url];
            fields.Host = UrlHost.OfLoose(_json[line, HttpHost]);
            fields.Host = fields.Host.IsEmpty ? UrlHost.OfLoose(fields.Url) : fields.Host;
            fields.Referrer = _json[line, Referer];
            fields.IsQuic = _json[line, HttpVersion].SequenceEqual("HTTP/3"u8);
        }
        else
        {
            fields.Host = UrlHost.OfLoose(_json[line, Sni]);
        }

        fields.Action = ActionOf(_json[line, Action], fields.Host);
        return isHttp || _json.Has(Transport) || _json.Has(Sni);
    }

    private bool ReadDns(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        fields.Host = DnsText.Host(_json[line, QueryName]);
        fields.SourceAddress = _json[line, SrcIp];
        var decision = _json.Has(ResolverDecision) ? _json[line, ResolverDecision] : _json[line, Decision];
        fields.Action = ActionOf(decision, fields.Host);
        fields.Category = fields.Action == LogAction.Blocked ? JsonLists.Join(line, "\"MatchedCategoryNames\":["u8, Scratch) : [];
        fields.Category = fields.Category.IsEmpty ? JsonLists.Join(line, "\"QueryCategoryNames\":["u8, Scratch) : fields.Category;
        return !decision.IsEmpty;
    }

    /// <summary>What logs in for a device is no person: <c>non_identity@team.cloudflareaccess.com</c>.</summary>
    private static ReadOnlySpan<byte> Person(ReadOnlySpan<byte> email) => email.StartsWith("non_identity@"u8) ? [] : Known(email);

    private static LogAction ActionOf(ReadOnlySpan<byte> word, ReadOnlySpan<byte> host)
    {
        if (Begins(word, "block"u8) || Is(word, "redirect"u8) || Is(word, "quarantine"u8))
        {
            return LogAction.Blocked;
        }

        // An override answers with another address: restricted mode lets YouTube through, for any other site it is the refusal's page.
        if (Is(word, "override"u8) || Is(word, "overrideApplied"u8) || Is(word, "l4_override"u8))
        {
            return DnsText.IsRestrictable(host) ? LogAction.Allowed : LogAction.Blocked;
        }

        // bypass and off: not inspected; isolate: shown in a remote browser.
        return Begins(word, "allow"u8) || Is(word, "overrideForSafeSearch"u8) || Is(word, "none"u8) || Is(word, "bypass"u8) || Is(word, "off"u8) || Is(word, "on"u8)
            || Is(word, "isolate"u8) || Is(word, "noisolate"u8) || Is(word, "scan"u8) || Is(word, "noscan"u8) || Is(word, "forward"u8)
            ? LogAction.Allowed
            : LogAction.Other;
    }

    private static bool Begins(ReadOnlySpan<byte> word, ReadOnlySpan<byte> start) => word.Length >= start.Length && Is(word[..start.Length], start);
}
