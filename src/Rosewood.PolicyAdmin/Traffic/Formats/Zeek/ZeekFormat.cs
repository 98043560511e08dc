namespace Rosewood.PolicyAdmin.Traffic.Formats.Zeek;

/// <summary>Zeek's <c>http.log</c>, <c>dns.log</c>, <c>ssl.log</c> and <c>quic.log</c>.</summary>
internal sealed class ZeekFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Zeek";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Zeek's http, dns, ssl and quic logs, tab-separated or JSON";

    /// <inheritdoc/>
    public override bool IsLineFormat => false;

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        byte[]? last = null;
        foreach (var line in new LineEnumerator(text))
        {
            last = ZeekReader.IsHeader(line) ? line.ToArray() : last;
        }

        return last;
    }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new ZeekReader(options);
}
