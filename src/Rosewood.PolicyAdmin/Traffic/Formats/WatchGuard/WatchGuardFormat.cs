namespace Rosewood.PolicyAdmin.Traffic.Formats.WatchGuard;

/// <summary>The proxies' log of WatchGuard's Fireware.</summary>
internal sealed class WatchGuardFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "WatchGuard";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "WatchGuard Firebox: HTTP and HTTPS proxy, by syslog or from Traffic Monitor";

    /// <inheritdoc/>
    public override string? CategoryVendor => "WatchGuard";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new WatchGuardReader(options);
}
