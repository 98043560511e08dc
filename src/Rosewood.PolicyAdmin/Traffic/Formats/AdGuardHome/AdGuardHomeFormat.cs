namespace Rosewood.PolicyAdmin.Traffic.Formats.AdGuardHome;

/// <summary>AdGuard Home's <c>querylog.json</c>: one object for each query, with what became of it.</summary>
internal sealed class AdGuardHomeFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "AdGuardHome";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "AdGuard Home's querylog.json";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new AdGuardHomeReader(options);
}
