namespace Rosewood.PolicyAdmin.Traffic.Formats;

/// <summary>A filter's export with a header, described by its columns.</summary>
internal abstract class ExportFormat : HeaderFormat
{
    /// <inheritdoc/>
    public override bool HasNumberDates => true;

    /// <summary>The columns.</summary>
    protected abstract ExportColumns Columns { get; }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options) => new ExportReader(this, Columns, options);

    /// <inheritdoc/>
    public override LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);

        // Which number of a date is the day is settled later (DateOrder).
        var dayFirst = VerdictCheck.Detect(CreateReader(LogReaderOptions.Default with { DayFirst = true }), lines);
        var monthFirst = VerdictCheck.Detect(CreateReader(LogReaderOptions.Default with { DayFirst = false }), lines);
        return monthFirst.Certainty > dayFirst.Certainty ? monthFirst : dayFirst;
    }
}
