namespace Rosewood.PolicyAdmin.Traffic.Formats.DefenderNetwork;

/// <summary>Defender for Endpoint's tables <c>DeviceNetworkEvents</c> and <c>DeviceEvents</c>.</summary>
internal sealed class DefenderNetworkFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "DefenderNetwork";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Microsoft Defender for Endpoint: DeviceNetworkEvents and DeviceEvents, JSON or CSV";

    /// <inheritdoc/>
    public override bool IsLineFormat => false;

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        byte[]? last = null;
        foreach (var line in new LineEnumerator(text))
        {
            last = DefenderNetworkReader.IsHeader(line) ? line.ToArray() : last;
        }

        return last;
    }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new DefenderNetworkReader(options);
}
