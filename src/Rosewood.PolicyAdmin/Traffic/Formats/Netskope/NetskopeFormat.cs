namespace Rosewood.PolicyAdmin.Traffic.Formats.Netskope;

/// <summary>Netskope's transaction events, and events and alerts as JSON.</summary>
internal sealed class NetskopeFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Netskope";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Netskope's web transactions (W3C, CSV or JSON) and exported events";

    /// <inheritdoc/>
    public override string CategoryVendor => "Netskope";

    /// <inheritdoc/>
    public override bool IsLineFormat => false;

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        byte[]? last = null;
        foreach (var line in new LineEnumerator(text))
        {
            last = NetskopeReader.IsHeader(line) ? line.ToArray() : last;
        }

        return last;
    }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new NetskopeReader(options);
}
