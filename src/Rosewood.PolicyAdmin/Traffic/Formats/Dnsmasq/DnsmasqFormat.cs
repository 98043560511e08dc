namespace Rosewood.PolicyAdmin.Traffic.Formats.Dnsmasq;

/// <summary>dnsmasq with <c>log-queries</c> (also <c>extra</c>), and Pi-hole's <c>pihole.log</c>.</summary>
internal sealed class DnsmasqFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Dnsmasq";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "dnsmasq with log-queries, and Pi-hole's pihole.log";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new DnsmasqReader(options);
}
