namespace Rosewood.PolicyAdmin.Traffic.Formats.ZscalerWeb;

/// <summary>The web feed of Zscaler's Nanolog Streaming Service.</summary>
internal sealed class ZscalerWebFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "ZscalerWeb";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Zscaler Internet Access' web log (NSS feed): pairs, CSV or JSON";

    /// <inheritdoc/>
    public override string CategoryVendor => "Zscaler";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new ZscalerWebReader(options);
}
