namespace Rosewood.PolicyAdmin.Traffic.Formats.MerakiUrls;

/// <summary>The URL log and the content filter's blocks of Meraki security appliances.</summary>
internal sealed class MerakiUrlsFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "MerakiUrls";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Cisco Meraki MX: URLs and content filtering blocks by syslog";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Talos";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new MerakiUrlsReader(options);
}
