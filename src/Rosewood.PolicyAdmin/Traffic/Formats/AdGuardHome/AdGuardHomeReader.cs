using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.AdGuardHome;

/// <summary>
/// Reads AdGuard Home's query log. A line is a query with its result: <c>IsFiltered</c> with a <c>Reason</c> says that it was refused, but
/// for Safe Search (7), which lets the site through in its strict form. A rewrite to nowhere or to an error is a refusal too.
/// </summary>
internal sealed class AdGuardHomeReader(LogReaderOptions options) : TextLogReader(AdGuardHomeFormat.FormatName, options)
{
    private const int Stamp = 0;
    private const int Name = 1;
    private const int Type = 2;
    private const int Client = 3;
    private const int ClientId = 4;
    private const int IsFiltered = 5;
    private const int Reason = 6;
    private const int Service = 7;
    private const int Rewritten = 8;
    private const int RewrittenCode = 9;
    private const int Elapsed = 10;
    private const int RewrittenA = 11;
    private const int RewrittenAaaa = 12;
    private readonly JsonFields _json = new("T", "QH", "QT", "IP", "CID", "Result.IsFiltered", "Result.Reason", "Result.ServiceName", "Result.IPList", "Result.DNSRewriteResult.RCode", "Elapsed", "Result.DNSRewriteResult.Response.1", "Result.DNSRewriteResult.Response.28");

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_json.TryRead(line) || !_json.Has(Stamp) || !_json.Has(Name) || !_json.Has(Type) || !Time.TryIso(_json[line, Stamp], out fields.EndTicks))
        {
            return false;
        }

        fields.Host = DnsText.Host(_json[line, Name]);
        fields.SourceAddress = _json[line, Client];
        fields.Device = _json[line, ClientId];
        fields.Application = _json[line, Service];

        // Nanoseconds; the time is when the answer was ready.
        fields.StartTicks = fields.EndTicks - (Math.Min(Number(_json[line, Elapsed]), TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerMinute) / TimeSpan.NanosecondsPerTick);
        fields.Action = ActionOf(_json[line, IsFiltered].SequenceEqual("true"u8), _json[line, Reason], line);
        return true;
    }

    private LogAction ActionOf(bool isFiltered, ReadOnlySpan<byte> reason, ReadOnlySpan<byte> line)
    {
        if (isFiltered)
        {
            return reason.SequenceEqual("7"u8) ? LogAction.Allowed : LogAction.Blocked;
        }

        return DnsText.IsNowhere(_json[line, Rewritten]) || DnsText.IsNowhere(_json[line, RewrittenA]) || DnsText.IsNowhere(_json[line, RewrittenAaaa]) || Number(_json[line, RewrittenCode]) != 0 ? LogAction.Blocked : LogAction.Allowed;
    }
}
