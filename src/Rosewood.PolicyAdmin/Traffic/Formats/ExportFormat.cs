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
    protected override LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines, LogReaderOptions options) => VerdictCheck.Detect(base.Detect(lines, options), CreateReader(options), lines);
}
