namespace Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;

/// <summary>Fortinet's FortiOS logs, as pairs and in CEF: web filter, application control, DNS filter and traffic.</summary>
internal sealed class FortiGateFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "FortiGate";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "FortiGate syslog (key=value or CEF): webfilter, app-ctrl, dns and traffic, FortiOS 5.0 to 7.6";

    /// <inheritdoc/>
    public override string CategoryVendor => "FortiGuard";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new FortiGateReader(options);
}
