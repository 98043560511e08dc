namespace Rosewood.PolicyAdmin.Traffic.Formats.UmbrellaDns;

/// <summary>Cisco Umbrella's DNS logs as its S3 bucket has them.</summary>
internal sealed class UmbrellaDnsFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "UmbrellaDns";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Cisco Umbrella's DNS logs from S3";

    /// <inheritdoc/>
    public override string CategoryVendor => "Talos";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new UmbrellaDnsReader(options);
}
