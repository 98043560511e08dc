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

    /// <summary>
    /// Whether each line says by itself that it is in this format and in no other, so that a log which mixes devices can be read line by
    /// line. Not so for formats that need a header or could be anything.
    /// </summary>
    public virtual bool IsLineFormat => true;

    /// <summary>Whether dates are written with numbers only, so that it has to be known which is the day.</summary>
    public virtual bool HasNumberDates => false;

    /// <summary>The vendor whose names for categories the lines use (<c>Traffic/Categories</c>); null: lines have no categories.</summary>
    public virtual string? CategoryVendor => null;

    /// <summary>
    /// The last line of a text that lines behind it can't be read without, such as a row of column names; null: there is none, or the format
    /// needs none.
    /// </summary>
    /// <param name="text">Whole lines.</param>
    /// <param name="isStart">Whether the text is the log's beginning.</param>
    public virtual byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart) => null;

    /// <summary>How surely these lines are in this format.</summary>
    /// <param name="lines">The first lines of a file, without line ends and syslog headers, none empty.</param>
    public virtual LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return DetectWith(lines, CreateReader(LogReaderOptions.Default));
    }

    /// <summary>How surely these lines are in the format of a reader.</summary>
    protected static LogDetection DetectWith(IReadOnlyList<ReadOnlyMemory<byte>> lines, LogReader reader)
    {
        reader.Begin(default);
        var good = 0;
        var notes = 0;
        foreach (var line in lines)
        {
            var glance = default(LineGlance);
            if (reader.Glance(line.Span, ref glance))
            {
                good++;
                notes += glance.IsNote ? 1 : 0;
            }
        }

        return good == notes
            ? new LogDetection(0, lines.Count == 0 ? "There is no line to look at." : "No line is an event in this format.")
            : new LogDetection((double)good / lines.Count, $"{good} of the first {lines.Count} lines have its fields.");
    }
}

/// <summary>How surely lines are in a format.</summary>
/// <param name="Certainty">0 to 1.</param>
/// <param name="Why">In words.</param>
internal readonly record struct LogDetection(double Certainty, string Why);

/// <summary>What a log itself may leave open.</summary>
/// <param name="Zone">The zone of times without offset.</param>
/// <param name="Year">The year of dates without one; null: the latest in which they are not after <see cref="Reference"/>.</param>
internal sealed record LogReaderOptions(TimeZoneInfo Zone, int? Year)
{
    /// <summary>When the log was written last, UTC; null: now.</summary>
    public DateTime? Reference { get; init; }

    /// <summary>Whether 01/02/2026 is in February; null: not known, so that such a date can't be read.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>UTC, no year.</summary>
    public static LogReaderOptions Default { get; } = new(TimeZoneInfo.Utc, null);
}
