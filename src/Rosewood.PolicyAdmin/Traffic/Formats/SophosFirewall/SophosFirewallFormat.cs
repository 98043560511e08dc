namespace Rosewood.PolicyAdmin.Traffic.Formats.SophosFirewall;

/// <summary>The web filter's and application filter's log of Sophos Firewall (SFOS).</summary>
internal sealed class SophosFirewallFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "SophosFirewall";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Sophos Firewall (XG, XGS, SFOS): web filter and application filter by syslog";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Sophos";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SophosFirewallReader(options);
}
