namespace Rosewood.PolicyAdmin.Traffic.Formats.PaloAltoUrl;

/// <summary>The URL filtering log of PAN-OS, by syslog, by Strata Logging Service, or exported by Panorama.</summary>
internal sealed class PaloAltoUrlFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "PaloAltoUrl";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Palo Alto Networks firewalls: URL filtering log (THREAT, url) as CSV, CEF or LEEF";

    /// <inheritdoc/>
    public override string? CategoryVendor => "PaloAlto";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new PaloAltoUrlReader(options);
}
