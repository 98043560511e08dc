using Rosewood.PolicyAdmin.Traffic.Text;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Traffic.Formats.GenericCsv;

/// <summary>
/// A CSV file whose columns the configuration names. A value of the action column that is in neither list of words is
/// <see cref="LogAction.Other"/>: it is never guessed. A file without such a column has no verdicts: what it lists was let through.
/// </summary>
internal sealed class GenericCsvFormat : LogFormat
{
    /// <param name="config">Its name and columns.</param>
    public GenericCsvFormat(CsvFormatConfig config)
    {
        Config = config;
        Columns = new CsvColumnMap(config.Columns);
    }

    /// <inheritdoc/>
    public override string Name => Config.Name;

    /// <inheritdoc/>
    public override string Description => "This school's own CSV columns";

    /// <summary>A row of values may be anything.</summary>
    public override bool IsLineFormat => false;

    /// <summary>The configuration.</summary>
    public CsvFormatConfig Config { get; }

    /// <summary>Which columns there are.</summary>
    public CsvColumnMap Columns { get; }

    /// <inheritdoc/>
    public override LogReader CreateReader(LogReaderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new GenericCsvReader(this, Config.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? options with { Zone = found } : options);
    }

    /// <inheritdoc/>
    public override LogDetection Detect(IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return VerdictCheck.Detect(CreateReader(LogReaderOptions.Default), lines);
    }

    /// <inheritdoc/>
    public override byte[]? LastHeader(ReadOnlySpan<byte> text, bool isStart)
    {
        if (!Config.HasHeader || !Columns.HasNames)
        {
            return null;
        }

        var row = new CsvRow();
        var scratch = new Scratch();
        Span<int> places = stackalloc int[CsvColumnMap.Count];
        byte[]? last = null;
        foreach (var line in new LineEnumerator(text))
        {
            scratch.Clear();
            var body = line[SyslogHeader.Length(line)..];
            last = row.TrySplit(body, (byte)Config.Delimiter) && Columns.TryPlace(body, row, scratch, places) ? body.ToArray() : last;
        }

        return last;
    }
}
