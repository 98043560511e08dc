namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>A log format: its name, how it is recognised, and its reader.</summary>
internal abstract class LogFormat
{
    /// <summary>The name that <c>-Format</c> takes.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, for people.</summary>
    public abstract string Description { get; }

    /// <summary>A reader for one thread.</summary>
    public abstract LogReader CreateReader(LogReaderOptions options);

    /// <summary>How surely these lines are in this format.</summary>
    /// <param name="lines">The first lines of a file, without line ends and syslog headers, none empty.</param>
    public virtual LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var reader = CreateReader(LogReaderOptions.Default);
        var good = 0;
        foreach (var line in lines)
        {
            var glance = default(LineGlance);
            good += reader.Glance(line.Span, ref glance) ? 1 : 0;
        }

        return lines.Count == 0
            ? new LogDetection(0, "There is no line to look at.")
            : new LogDetection((double)good / lines.Count, $"{good} of the first {lines.Count} lines have its fields.");
    }
}

/// <summary>How surely lines are in a format.</summary>
/// <param name="Certainty">0 to 1.</param>
/// <param name="Why">In words.</param>
internal readonly record struct LogDetection(double Certainty, string Why);

/// <summary>What a log itself may leave open.</summary>
/// <param name="Zone">The zone of times without offset.</param>
/// <param name="Year">The year of dates without one; null: from the file's own date.</param>
internal sealed record LogReaderOptions(TimeZoneInfo Zone, int? Year)
{
    /// <summary>UTC, no year.</summary>
    public static LogReaderOptions Default { get; } = new(TimeZoneInfo.Utc, null);
}
