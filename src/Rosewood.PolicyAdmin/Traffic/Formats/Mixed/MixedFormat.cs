namespace Rosewood.PolicyAdmin.Traffic.Formats.Mixed;

/// <summary>What a syslog server writes for several devices: each line is read in the format that it is in.</summary>
internal sealed class MixedFormat : LogFormat
{
    /// <summary>The name.</summary>
    public const string FormatName = "Mixed";

    /// <summary>With more lines than this in one format, the others are that one's rubbish.</summary>
    private const double Nearly = 0.98;

    private readonly Func<IReadOnlyList<LogFormat>> _formats;

    /// <param name="formats">The formats whose lines tell themselves.</param>
    public MixedFormat(Func<IReadOnlyList<LogFormat>> formats) => _formats = formats;

    /// <inheritdoc/>
    public override string Name => FormatName;

    /// <inheritdoc/>
    public override string Description => "Lines of several devices in one file, as a syslog server writes them";

    /// <inheritdoc/>
    public override bool IsLineFormat => false;

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new MixedReader(_formats(), options);

    /// <inheritdoc/>
    public override LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        var formats = _formats();
        var counts = new int[formats.Count];
        var reader = new MixedReader(formats, LogReaderOptions.Default);
        var good = 0;
        foreach (var line in lines)
        {
            var glance = default(LineGlance);
            if (reader.Glance(line.Span, ref glance) && !glance.IsNote)
            {
                good++;
                counts[reader.Last]++;
            }
        }

        var found = Enumerable.Range(0, formats.Count).Where(i => counts[i] > 0).OrderByDescending(i => counts[i]).ToList();
        return found.Count < 2 || counts[found[0]] >= Nearly * good
            ? new LogDetection(0, "The lines are not of several formats.")
            : new LogDetection((double)good / lines.Count, $"The first {lines.Count} lines hold {string.Join(", ", found.Select(i => $"{counts[i]} of {formats[i].Name}"))}.");
    }
}
