namespace Rosewood.PolicyAdmin.Traffic.Formats.ForcepointWeb;

/// <summary>The SIEM integration of Forcepoint Web Security, once Websense.</summary>
internal sealed class ForcepointWebFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "ForcepointWeb";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Forcepoint (Websense) Web Security: SIEM integration as CEF, LEEF or key=value";

    /// <inheritdoc/>
    public override string? CategoryVendor => "Forcepoint";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new ForcepointWebReader(options);
}
