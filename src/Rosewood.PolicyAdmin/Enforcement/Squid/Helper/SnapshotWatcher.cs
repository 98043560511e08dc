using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

/// <summary>
/// Keeps the facts up to date with their file: looks at it several times a second and swaps what the helper goes by in one step. A new
/// file that can't be gone by closes at once; the old facts don't linger.
/// </summary>
internal sealed class SnapshotWatcher : IDisposable
{
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly Action<string> _tell;
    private readonly ManualResetEventSlim _stop = new();
    private Thread? _thread;
    private volatile HelperState _state;
    private SnapshotReading _reading;
    private byte[]? _start;
    private long _length;
    private DateTime _changedAt;

    /// <summary>Reads the file for the first time.</summary>
    /// <param name="path">The snapshot.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="tell">Is told, in a line of text, once for each change that a technician should know of.</param>
    public SnapshotWatcher(string path, TimeProvider clock, Action<string> tell)
    {
        (_path, _clock, _tell) = (path, clock, tell);
        Note(SnapshotReader.Glance(path));
        _reading = SnapshotReader.Read(path, clock.GetUtcNow());
        _state = StateOf(_reading, last: null);
        if (_reading.Problem is not null)
        {
            Tell();
        }
    }

    /// <summary>How often the file is looked at: a change counts well within a second.</summary>
    public static TimeSpan Interval => TimeSpan.FromMilliseconds(200);

    /// <summary>What to go by.</summary>
    public HelperState State => _state;

    /// <summary>Looks at the file from now on, in the background.</summary>
    public void Start()
    {
        _thread = new Thread(Watch) { IsBackground = true, Name = "snapshot" };
        _thread.Start();
    }

    /// <summary>Looks at the file once.</summary>
    public void Look()
    {
        var glance = SnapshotReader.Glance(_path);
        var now = _clock.GetUtcNow();
        if (IsSeen(glance) && IsFuture(now) == (_reading.Problem == SnapshotProblem.FromTheFuture))
        {
            return;
        }

        Note(glance);
        Swap(SnapshotReader.Read(_path, now));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread?.Join();
        _stop.Dispose();
    }

    private static HelperState StateOf(SnapshotReading reading, HelperState? last) =>
        reading.Facts is { } facts ? new HelperState(facts) : new HelperState(reading.Problem ?? SnapshotProblem.Corrupt, last);

    private void Watch()
    {
        while (!_stop.Wait(Interval))
        {
            try
            {
                Look();
            }
#pragma warning disable CA1031 // Whatever goes wrong here must not leave the helper with facts that nobody keeps up to date.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _start = null;
                Swap(SnapshotReading.Not(SnapshotProblem.Corrupt, e.Message));
            }
        }
    }

    private void Swap(SnapshotReading reading)
    {
        var before = _reading;
        _reading = reading;
        if (reading.Problem is not null && reading.Problem == before.Problem)
        {
            return;
        }

        _state = StateOf(reading, _state);
        if (reading.Problem is not null || before.Problem is not null)
        {
            Tell();
        }
    }

    private bool IsFuture(DateTimeOffset now) => _reading.Header is { } header && SnapshotReader.IsFromTheFuture(header, now);

    /// <summary>The header holds the digest of the rest and the time of writing; a file that was changed in place has another time or length.</summary>
    private bool IsSeen((byte[] Start, long Length, DateTime ChangedAt)? glance) => glance is { } file
        ? _start is not null && file.Length == _length && file.ChangedAt == _changedAt && file.Start.AsSpan().SequenceEqual(_start)
        : false;

    private void Note((byte[] Start, long Length, DateTime ChangedAt)? glance) =>
        (_start, _length, _changedAt) = glance is { } file ? (file.Start, file.Length, file.ChangedAt) : (null, 0, default);

    private void Tell() => _tell(PlainText.Clean(_reading.Problem is { } problem
        ? string.Join(' ', new[] { $"{_path}: {SnapshotWords.Of(problem)}", _reading.Detail, "Social media stays closed until that is mended.", SnapshotWords.Remedy(problem) }.OfType<string>())
        : $"{_path} can be read again; its facts count."));
}
