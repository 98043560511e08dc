using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Formats.AdGuardHome;
using Rosewood.PolicyAdmin.Traffic.Formats.Bind;
using Rosewood.PolicyAdmin.Traffic.Formats.BlueCoat;
using Rosewood.PolicyAdmin.Traffic.Formats.CheckPoint;
using Rosewood.PolicyAdmin.Traffic.Formats.CiscoWsa;
using Rosewood.PolicyAdmin.Traffic.Formats.CloudflareGateway;
using Rosewood.PolicyAdmin.Traffic.Formats.DefenderNetwork;
using Rosewood.PolicyAdmin.Traffic.Formats.Dnsmasq;
using Rosewood.PolicyAdmin.Traffic.Formats.E2guardian;
using Rosewood.PolicyAdmin.Traffic.Formats.ForcepointWeb;
using Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;
using Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;
using Rosewood.PolicyAdmin.Traffic.Formats.Lightspeed;
using Rosewood.PolicyAdmin.Traffic.Formats.MerakiUrls;
using Rosewood.PolicyAdmin.Traffic.Formats.Mixed;
using Rosewood.PolicyAdmin.Traffic.Formats.Netskope;
using Rosewood.PolicyAdmin.Traffic.Formats.Netsweeper;
using Rosewood.PolicyAdmin.Traffic.Formats.PaloAltoUrl;
using Rosewood.PolicyAdmin.Traffic.Formats.Securly;
using Rosewood.PolicyAdmin.Traffic.Formats.SkyhighMwg;
using Rosewood.PolicyAdmin.Traffic.Formats.Smoothwall;
using Rosewood.PolicyAdmin.Traffic.Formats.SonicWall;
using Rosewood.PolicyAdmin.Traffic.Formats.SophosCentral;
using Rosewood.PolicyAdmin.Traffic.Formats.SophosFirewall;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;
using Rosewood.PolicyAdmin.Traffic.Formats.SquidCombined;
using Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;
using Rosewood.PolicyAdmin.Traffic.Formats.SuricataEve;
using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;
using Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaProxy;
using Rosewood.PolicyAdmin.Traffic.Formats.Unbound;
using Rosewood.PolicyAdmin.Traffic.Formats.WatchGuard;
using Rosewood.PolicyAdmin.Traffic.Formats.WindowsDns;
using Rosewood.PolicyAdmin.Traffic.Formats.Zeek;
using Rosewood.PolicyAdmin.Traffic.Formats.ZscalerWeb;
using Rosewood.PolicyAdmin.Traffic.Import;
using Rosewood.PolicyAdmin.Workspace;

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
        new BlueCoatFormat(),
        new CheckPointFormat(),
        new CiscoWsaFormat(),
        new CloudflareGatewayFormat(),
        new DefenderNetworkFormat(),
        new DnsmasqFormat(),
        new E2guardianFormat(),
        new ForcepointWebFormat(),
        new FortiGateFormat(),
        new LightspeedFormat(),
        new MerakiUrlsFormat(),
        new NetskopeFormat(),
        new NetsweeperFormat(),
        new PaloAltoUrlFormat(),
        new SecurlyFormat(),
        new SkyhighMwgFormat(),
        new SmoothwallFormat(),
        new SonicWallFormat(),
        new SophosCentralFormat(),
        new SophosFirewallFormat(),
        new SquidCombinedFormat(),
        new SuricataEveFormat(),
        new UmbrellaDnsFormat(),
        new UmbrellaProxyFormat(),
        new UnboundFormat(),
        new WatchGuardFormat(),
        new WindowsDnsFormat(),
        new ZeekFormat(),
        new ZscalerWebFormat(),
        new MixedFormat(static () => Lines),
    ];

    /// <summary>The formats that every workspace has.</summary>
    public static LogFormatSet BuiltIn => field ??= new LogFormatSet(All);

    private static IReadOnlyList<LogFormat> Lines => field ??= [.. All.Where(static f => f.IsLineFormat)];

    /// <summary>The school's own formats and <see cref="All"/>; its own come first, so that they win where certainties are equal, and a name is theirs.</summary>
    public static LogFormatSet For(LogsConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config is { SquidFormats: [], CsvFormats: [] }
            ? BuiltIn
            : new LogFormatSet([.. config.SquidFormats.Select(static c => new SquidCustomFormat(c)), .. config.CsvFormats.Select(static c => new GenericCsvFormat(c)), .. All]);
    }

    /// <summary>What makes readers for a log, as many as are needed, once what it leaves open is settled.</summary>
    /// <param name="file">The log.</param>
    /// <param name="format">Its format.</param>
    /// <param name="options">What is known of it.</param>
    /// <param name="isAsked">Whether the format was asked for by name: then it is the only one.</param>
    /// <exception cref="FaultException"><c>LogDateOrderUnknown</c>.</exception>
    public static Func<LogReader> ReadersFor(LogFile file, LogFormat format, LogReaderOptions options, bool isAsked)
    {
        var settled = DateOrder.Settle(format, options with { Reference = file.WrittenAt }, file.Head.Span, file.Path);
        return () => isAsked ? format.CreateReader(settled) : ReaderFor(format, settled, file.Head.Span);
    }

    /// <summary>
    /// A reader for a log that was recognised. Where a syslog server wrote it, lines of other devices may come at any time, whatever the first
    /// ones were: each is read in its own format.
    /// </summary>
    /// <param name="format">The log's format.</param>
    /// <param name="options">What it leaves open.</param>
    /// <param name="head">Its beginning.</param>
    private static LogReader ReaderFor(LogFormat format, LogReaderOptions options, ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        return format.IsLineFormat && SyslogHeader.Length(end < 0 ? head : head[..end]) > 0
            ? new MixedReader([format, .. Lines.Where(f => f != format)], options)
            : format.CreateReader(options);
    }

    /// <summary>As <see cref="LogFormatSet.Find"/> of <see cref="BuiltIn"/>.</summary>
    /// <exception cref="FaultException"><c>LogFormatUnknown</c>.</exception>
    public static LogFormat Find(string name) => BuiltIn.Find(name);

    /// <summary>As <see cref="LogFormatSet.Detect"/> of <see cref="BuiltIn"/>.</summary>
    public static IReadOnlyList<(LogFormat Format, LogDetection Detection)> Detect(ReadOnlyMemory<byte> sample) => BuiltIn.Detect(sample);

    /// <summary>As <see cref="LogFormatSet.Recognise"/> of <see cref="BuiltIn"/>.</summary>
    public static LogFormat? Recognise(ReadOnlyMemory<byte> sample) => BuiltIn.Recognise(sample);
}
