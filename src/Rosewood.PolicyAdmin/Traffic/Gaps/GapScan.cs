using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>Reads logs once, minute by minute and person by person. Memory is bounded whatever they hold.</summary>
internal sealed class GapScan
{
    private const int BlockSize = 256 * 1024;

    private readonly TimeZoneInfo _zone;
    private readonly GapNames _names;
    private readonly GapPeople _people = new();
    private readonly GapWindows _windows;
    private (long Hour, int Day) _day = (long.MinValue, 0);

    public GapScan(ServiceCatalogue catalogue, TimeZoneInfo zone)
    {
        _zone = zone;
        _names = new GapNames(catalogue);
        _windows = new GapWindows((person, minute, seen) => Tally.Add(person, minute, DayOf(minute), seen));
    }

    /// <summary>What was counted.</summary>
    public GapTally Tally { get; } = new();

    /// <summary>Lines that could not be read.</summary>
    public long Malformed { get; private set; }

    /// <summary>Reads a log to its end.</summary>
    /// <exception cref="Commands.FaultException">It is in no known format, or cut off.</exception>
    public void Read(LogFile file, LogFormat? format, LogFormatSet formats, LogReaderOptions options, CancellationToken cancellationToken)
    {
        if (!file.HasText())
        {
            return;
        }

        var isAsked = format is not null;
        format ??= formats.RecogniseFile(file);
        using var text = file.OpenText();
        var source = new LogBlockSource(text, offset: 0, BlockSize, file.IsWhole) { LastHeader = format.LastHeader };
        var reader = LogFormats.ReadersFor(file, format, options, isAsked)();
        var buffer = new byte[BlockSize + BlockScanner.LongestLine];
        while (source.TryFill(ref buffer, out var block, cancellationToken))
        {
            reader.Begin(block.Header);
            ReadBlock(buffer.AsSpan(0, block.Length), reader);
        }

        _windows.End();
        if (source.Damage is not null || !file.IsWhole(source.TextLength))
        {
            throw LogFaults.Damaged(file.Path).ToException(source.Damage);
        }
    }

    private void ReadBlock(ReadOnlySpan<byte> block, LogReader reader)
    {
        foreach (var line in new LineEnumerator(block))
        {
            if (line.IsEmpty)
            {
                continue;
            }

            var body = line[SyslogHeader.Length(line)..];
            var fields = default(LogFields);
            if (body.Length > BlockScanner.LongestLine || !reader.TryRead(body, ref fields))
            {
                Malformed++;
            }
            else if (!fields.IsNote && fields.Action != LogAction.Other)
            {
                Take(fields);
            }
        }
    }

    private void Take(in LogFields fields)
    {
        var name = _names.Of(fields.Host);
        if (name.Entry is { } entry)
        {
            Tally.CatalogueHosts.Add(entry);
        }

        var person = _people.Of(fields);
        if (person == 0 || _windows.Of(person, fields.StartTicks / TimeSpan.TicksPerMinute, fields.EndTicks / TimeSpan.TicksPerMinute) is not { } minute)
        {
            return;
        }

        if (name.Unknown is { } host)
        {
            if (minute.Add(host))
            {
                _windows.Hold();
            }
        }

        // A refused page brings nothing beside it; a button on another's page is no visit.
        else if (name.Entry is not null && fields.Action == LogAction.Allowed && name.Match.Role is HostRole.Primary or HostRole.Api)
        {
            minute.Services.Add(name.Match.ServiceIndex);
        }
    }

    private int DayOf(long minute)
    {
        var hour = minute / 60;
        if (hour != _day.Hour)
        {
            var local = TimeZoneInfo.ConvertTime(new DateTimeOffset(minute * TimeSpan.TicksPerMinute, TimeSpan.Zero), _zone);
            _day = (hour, DateOnly.FromDateTime(local.DateTime).DayNumber);
        }

        return _day.Day;
    }
}
