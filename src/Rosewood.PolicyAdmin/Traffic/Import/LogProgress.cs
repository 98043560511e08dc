using System.Globalization;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Content;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// How far the import of one log is: takes blocks' results in order and commits checkpoint, visits and coverage together,
/// so that a crash at any point loses nothing and counts nothing twice.
/// </summary>
internal sealed class LogProgress
{
    private const long SmallLog = 4 << 20;
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(200);

    private readonly CommandContext _context;
    private readonly ICommandSink _sink;
    private readonly ImportOptions _options;
    private readonly LogFile _file;
    private readonly ServiceCatalogue _catalogue;
    private readonly VisitBuilder _visits;
    private readonly TailWindow _tail;
    private readonly SlotTable _slots = new();
    private readonly ContentTally _content = new();
    private readonly List<(long From, long To)> _jumps = [];
    private readonly List<MalformedLine> _samples = [];
    private readonly long _begun;
    private readonly long _startPosition;
    private readonly LogSource _first;
    private LogSource _committed;
    private LogSource _now;
    private long _lastCommit;
    private long _lastReport;
    private long _lastSeconds;
    private long _homeless;
    private long _earliest = long.MaxValue;
    private long _latest;

    public LogProgress(CommandContext context, ICommandSink sink, ImportOptions options, LogFile file, ServiceCatalogue catalogue, VisitBuilder visits, LogSource source, TailWindow tail)
    {
        _context = context;
        _sink = sink;
        _options = options;
        _file = file;
        _catalogue = catalogue;
        _visits = visits;
        _tail = tail;
        _startPosition = file.Position;
        _begun = _lastCommit = _lastReport = context.Clock.GetTimestamp();
        visits.BeginLog();
        _first = _committed = source;
        _lastSeconds = ToSeconds(source.LastLineTicks);
        var (length, hash) = LogRecognition.HeadOf(file);
        _now = length > source.HeadLength && source.HeadLength < TailWindow.Size ? source with { HeadLength = length, HeadHash = hash, Path = file.Path } : source with { Path = file.Path };
    }

    /// <summary>The log's path.</summary>
    public string Path => _file.Path;

    /// <summary>Where in the text reading goes on.</summary>
    public long Offset => _now.Offset;

    /// <summary>The header in force there.</summary>
    public byte[]? Header => _now.Header;

    /// <summary>Whether there is too little to share between threads.</summary>
    public bool IsSmall => _file.Length - (_file.Position < _file.Length ? _file.Position : 0) < SmallLog;

    /// <summary>Takes in a block.</summary>
    public void Take(BlockResult result)
    {
        foreach (ref readonly var hit in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(result.Hits))
        {
            _visits.Add(hit);
        }

        TakeSlots(result);
        _content.Add(result.Content);
        OpenVerdicts += result.OpenVerdicts;
        foreach (var sample in result.Samples.Take(BlockResult.MostSamples - _samples.Count))
        {
            _samples.Add(sample with { Line = _now.Lines + sample.Line });
        }

        _tail.Append(result.Tail.Bytes);
        _earliest = Math.Min(_earliest, result.EarliestSeconds);
        _latest = Math.Max(_latest, result.LatestSeconds);
        _now = _now with
        {
            Offset = result.EndOffset,
            Header = result.Header,
            Lines = _now.Lines + result.Lines,
            Matched = _now.Matched + result.Hits.Count,
            Malformed = _now.Malformed + result.Malformed,
            FirstTicks = Least(_now.FirstTicks, result.EarliestSeconds),
            LastTicks = Greatest(_now.LastTicks, result.LatestSeconds),
            LastLineTicks = _lastSeconds == 0 ? _now.LastLineTicks : ToTicks(_lastSeconds),
        };
        Report();
        if (_now.Offset - _committed.Offset >= _options.CommitBytes || _visits.Begun + _content.Counts.Count >= _options.CommitVisits || _context.Clock.GetElapsedTime(_lastCommit) >= _options.CommitInterval)
        {
            Commit();
        }
    }

    /// <summary>Lines whose verdict is in a word that is not known.</summary>
    public long OpenVerdicts { get; private set; }

    /// <summary>Commits what was taken in.</summary>
    public void Commit()
    {
        if (_now.Offset == _committed.Offset)
        {
            return;
        }

        var store = _context.Store;
        using (var change = _context.BeginChange())
        {
            var moved = _now with { TailHash = _tail.Hash(), Id = _now.Id == 0 ? store.Logs.Add(change, _now) : _now.Id };
            store.Visits.Remove(change, _visits.Removed, _visits.Horizon);
            store.Visits.Save(change, _visits.Dirty, i => _catalogue.Services[i].Name);
            store.Logs.AddSlots(change, moved.Id, _slots.Slots);
            store.Content.Add(change, moved.Id, _content.Counts);
            foreach (var (from, to) in _jumps)
            {
                store.Logs.AddJump(change, moved.Id, ToTicks(from), ToTicks(to));
            }

            store.Logs.Move(change, moved, _committed.Offset);
            change.Audit(
                "USE-1",
                string.Create(CultureInfo.InvariantCulture, $"log:{moved.Id}"),
                new { _committed.Offset, _committed.Lines },
                new { moved.Offset, moved.Lines, moved.Matched, moved.Malformed });
            change.Commit();
            _committed = _now = moved;
        }

        _visits.Commit();
        _slots.Clear();
        _content.ClearCounts();
        _jumps.Clear();
        _lastCommit = _context.Clock.GetTimestamp();
    }

    /// <summary>The path of another log that covers part of the same time, or null.</summary>
    public string? Overlapping() => _now.FirstTicks is null ? null : _context.Store.Logs.Overlapping(_now);

    /// <summary>Categories of the filter's that no table knows, with their lines.</summary>
    public IReadOnlyDictionary<string, long> UnknownCategories => _content.Unknown;

    /// <summary>What was imported.</summary>
    public LogImport Result()
    {
        var elapsed = _context.Clock.GetElapsedTime(_begun);
        return new LogImport
        {
            Path = Path,
            Format = _now.Format,
            Lines = _now.Lines - _first.Lines,
            Matched = _now.Matched - _first.Matched,
            Malformed = _now.Malformed - _first.Malformed,
            From = _latest == 0 ? null : Local(_earliest),
            Until = _latest == 0 ? null : Local(_latest),
            Visits = _visits.Touched,
            Elapsed = elapsed,
            BytesPerSecond = elapsed > TimeSpan.Zero ? Math.Round((_now.Offset - _first.Offset) / elapsed.TotalSeconds) : 0,
            MalformedLines = _samples,
        };
    }

    private void TakeSlots(BlockResult result)
    {
        foreach (ref readonly var slot in result.Slots.Slots)
        {
            _slots[slot.Slot].Add(slot);
        }

        // Malformed lines have no time: they count for the slot of the line before, or of the first one that has a time.
        _homeless += result.LeadingMalformed;
        var home = _lastSeconds != 0 ? _lastSeconds : result.FirstSeconds;
        if (_homeless > 0 && home != 0)
        {
            _slots[(int)(home / CoverageSlot.Seconds)].Malformed += _homeless;
            _homeless = 0;
        }

        if (_lastSeconds - result.FirstSeconds > BlockScanner.ClockToleranceSeconds && result.FirstSeconds != 0)
        {
            _jumps.Add((_lastSeconds, result.FirstSeconds));
        }

        _jumps.AddRange(result.Jumps);
        _lastSeconds = result.LastSeconds != 0 ? result.LastSeconds : _lastSeconds;
    }

    private void Report()
    {
        if (_context.Clock.GetElapsedTime(_lastReport) < ReportInterval)
        {
            return;
        }

        _lastReport = _context.Clock.GetTimestamp();
        var elapsed = _context.Clock.GetElapsedTime(_begun);
        var speed = (_now.Offset - _first.Offset) / 1e6 / elapsed.TotalSeconds;
        _sink.Progress(new CommandProgress(
            "Importing " + System.IO.Path.GetFileName(Path),
            _file.Position,
            _file.Length,
            string.Create(CultureInfo.InvariantCulture, $"{speed:0} MB/s{TimeLeft(_file.Position - _startPosition, _file.Length - _file.Position, elapsed)}, {_now.Matched - _first.Matched} lines about social media")));
    }

    /// <summary>What is left at the speed so far, as the line's next words; nothing in the first second, when it would be a guess.</summary>
    internal static string TimeLeft(long done, long left, TimeSpan elapsed)
    {
        if (done <= 0 || left < 0 || elapsed < TimeSpan.FromSeconds(1))
        {
            return "";
        }

        var time = TimeSpan.FromSeconds(Math.Ceiling(elapsed.TotalSeconds * left / done));
        return time < TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $", {time.Seconds} s left")
            : time < TimeSpan.FromHours(1)
                ? string.Create(CultureInfo.InvariantCulture, $", {time.Minutes} min {time.Seconds} s left")
                : string.Create(CultureInfo.InvariantCulture, $", {(long)time.TotalHours} h {time.Minutes} min left");
    }

    private DateTimeOffset Local(long seconds) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), _context.Workspace.Zone);

    private static long? Least(long? ticks, long seconds) => seconds == long.MaxValue ? ticks : Math.Min(ticks ?? long.MaxValue, ToTicks(seconds));

    private static long? Greatest(long? ticks, long seconds) => seconds == 0 ? ticks : Math.Max(ticks ?? long.MinValue, ToTicks(seconds));

    private static long ToTicks(long seconds) => DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond);

    private static long ToSeconds(long? ticks) => ticks is { } value ? (value - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond : 0;
}
