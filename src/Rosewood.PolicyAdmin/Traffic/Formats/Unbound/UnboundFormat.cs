namespace Rosewood.PolicyAdmin.Traffic.Formats.Unbound;

/// <summary>Unbound with <c>log-queries</c>, <c>log-local-actions</c> and <c>rpz-log</c>, to a file or syslog.</summary>
internal sealed class UnboundFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Unbound";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Unbound with log-queries, log-local-actions and rpz-log";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new UnboundReader(options);
}
