namespace Rosewood.PolicyAdmin.Traffic.Formats.Bind;

/// <summary>BIND's categories queries, rpz and security, to a file channel or syslog.</summary>
internal sealed class BindFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Bind";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "BIND's query log, with response policy zones";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new BindReader(options);
}
