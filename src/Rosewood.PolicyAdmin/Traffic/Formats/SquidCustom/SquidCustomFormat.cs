using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

/// <summary>A <c>logformat</c> of the school's own Squid, from the configuration.</summary>
/// <param name="config">Its name and definition.</param>
internal sealed class SquidCustomFormat(SquidFormatConfig config) : LogFormat
{
    private readonly SquidPattern[] _patterns = SquidPattern.Compile(config.LogFormat, out _) is { } pattern ? [pattern] : [];

    /// <inheritdoc/>
    public override string Name => config.Name;

    /// <inheritdoc/>
    public override string Description => $"This school's Squid logformat: {config.LogFormat}";

    /// <summary>Such a pattern may fit anything.</summary>
    public override bool IsLineFormat => false;

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new SquidPatternReader(config.Name, options, _patterns);
}
