namespace Rosewood.PolicyAdmin.Traffic.Formats.SonicWall;

/// <summary>SonicOS's enhanced syslog.</summary>
internal sealed class SonicWallFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "SonicWall";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "SonicWall firewalls: content filter and application control, enhanced syslog";

    /// <inheritdoc/>
    public override string? CategoryVendor => "SonicWall";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SonicWallReader(options);
}
