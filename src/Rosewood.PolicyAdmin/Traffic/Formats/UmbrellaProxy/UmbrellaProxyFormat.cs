namespace Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaProxy;

/// <summary>Cisco Umbrella's proxy logs, of the selective proxy and the secure web gateway, as its S3 bucket has them.</summary>
internal sealed class UmbrellaProxyFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "UmbrellaProxy";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Cisco Umbrella's proxy (web) logs from S3";

    /// <inheritdoc/>
    public override string CategoryVendor => "Talos";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new UmbrellaProxyReader(options);
}
