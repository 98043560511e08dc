namespace Rosewood.PolicyAdmin.Traffic.Formats.Squid;

/// <summary>Squid's native <c>access.log</c>: <c>%ts.%03tu %6tr %>a %Ss/%03>Hs %&lt;st %rm %ru %[un %Sh/%&lt;a %mt</c>.</summary>
internal sealed class SquidFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Squid";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Squid's native access.log, with or without log_mime_hdrs";

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SquidReader();
}
