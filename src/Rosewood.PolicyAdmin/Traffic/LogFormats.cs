using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Formats.AdGuardHome;
using Rosewood.PolicyAdmin.Traffic.Formats.Bind;
using Rosewood.PolicyAdmin.Traffic.Formats.CloudflareGateway;
using Rosewood.PolicyAdmin.Traffic.Formats.DefenderNetwork;
using Rosewood.PolicyAdmin.Traffic.Formats.Dnsmasq;
using Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;
using Rosewood.PolicyAdmin.Traffic.Formats.Mixed;
using Rosewood.PolicyAdmin.Traffic.Formats.Netskope;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;
using Rosewood.PolicyAdmin.Traffic.Formats.SuricataEve;
using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;
using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaProxy;
using Rosewood.PolicyAdmin.Traffic.Formats.Unbound;
using Rosewood.PolicyAdmin.Traffic.Formats.WindowsDns;
using Rosewood.PolicyAdmin.Traffic.Formats.Zeek;
using Rosewood.PolicyAdmin.Traffic.Formats.ZscalerWeb;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>The formats that are read.</summary>
internal static class LogFormats
{
    /// <summary>Below this, a file is in no known format.</summary>
    public const double LeastCertainty = 0.5;

    /// <summary>All formats, in the order in which equal certainties are resolved.</summary>
    public static IReadOnlyList<LogFormat> All { get; } =
    [
        new SquidFormat(),
        new AdGuardHomeFormat(),
        new BindFormat(),
        new CloudflareGatewayFormat(),
        new DefenderNetworkFormat(),
        new DnsmasqFormat(),
        new FortiGateFormat(),
        new NetskopeFormat(),
        new SuricataEveFormat(),
        new UmbrellaDnsFormat(),
        new UmbrellaProxyFormat(),
        new UnboundFormat(),
        new WindowsDnsFormat(),
        new ZeekFormat(),
        new ZscalerWebFormat(),
        new MixedFormat(static () => Lines),
    ];

    private static IReadOnlyList<LogFormat> Lines => field ??= [.. All.Where(static f => f.IsLineFormat)];

    /// <summary>A format by the name that a person typed.</summary>
    /// <exception cref="FaultException"><c>LogFormatUnknown</c>.</exception>
    public static LogFormat Find(string name) =>
        All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new Fault(
            "LogFormatUnknown",
            FaultKind.InvalidArgument,
            name,
            $"There is no log format '{name}'. Known are: {string.Join(", ", All.Select(f => f.Name))}. Leave -Format out to have it recognised.").ToException();

    /// <summary>Each format with how surely the sample is in it, best first.</summary>
    /// <param name="sample">The beginning of a file: whole lines.</param>
    public static IReadOnlyList<(LogFormat Format, LogDetection Detection)> Detect(ReadOnlyMemory<byte> sample)
    {
        var lines = SampleLines(sample);
        return [.. All.Select(f => (Format: f, Detection: f.Detect(lines))).OrderByDescending(d => d.Detection.Certainty)];
    }

    /// <summary>The format of a sample, or null when it is in none.</summary>
    public static LogFormat? Recognise(ReadOnlyMemory<byte> sample) =>
        Detect(sample) is [var best, ..] && best.Detection.Certainty >= LeastCertainty ? best.Format : null;

    private static List<ReadOnlyMemory<byte>> SampleLines(ReadOnlyMemory<byte> sample)
    {
        const int MostLines = 100;
        var lines = new List<ReadOnlyMemory<byte>>();
        var whole = sample.Span.Contains((byte)'\n') ? sample.Span : [.. sample.Span, (byte)'\n'];
        foreach (var line in new LineEnumerator(whole))
        {
            var body = line[SyslogHeader.Length(line)..];
            if (lines.Count < MostLines && !body.IsEmpty)
            {
                lines.Add(body.ToArray());
            }
        }

        return lines;
    }
}
