namespace Rosewood.PolicyAdmin.Traffic.Formats.CheckPoint;

/// <summary>What Check Point's Log Exporter sends of URL filtering and application control.</summary>
internal sealed class CheckPointFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "CheckPoint";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Check Point gateways: URL filtering and application control by Log Exporter (syslog, CEF, LEEF, generic)";

    /// <inheritdoc/>
    public override string? CategoryVendor => "CheckPoint";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new CheckPointReader(options);
}
