namespace Rosewood.PolicyAdmin.Traffic.Formats.WindowsDns;

/// <summary>The debug log of Windows' DNS server: packets received and sent, perhaps with details.</summary>
internal sealed class WindowsDnsFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "WindowsDns";

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Windows DNS Server's debug log";

    /// <summary>Details under a packet are indented lines that could be anybody's.</summary>
    public override bool IsLineFormat => false;

    /// <inheritdoc/>
    public override bool HasNumberDates => true;

    /// <inheritdoc/>
    public override LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        // What the lines are does not hang on which number of a date is the day.
        var best = base.Detect(lines);
        foreach (var dayFirst in (ReadOnlySpan<bool>)[true, false])
        {
            var other = DetectWith(lines, new WindowsDnsReader(LogReaderOptions.Default with { DayFirst = dayFirst }));
            best = other.Certainty > best.Certainty ? other : best;
        }

        return best;
    }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new WindowsDnsReader(options);
}
