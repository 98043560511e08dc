namespace Rosewood.PolicyAdmin.Traffic.Gaps;

/// <summary>
/// The minutes that are still open. A tunnel's line is written when it closes, minutes after it began, so a minute is closed only when
/// the log is well past it; what comes later still is passed over. Closed minutes go on in their order, so that the order of lines
/// within that time makes no difference.
/// </summary>
internal sealed class GapWindows
{
    private const long Lag = 15;

    /// <summary>A log that goes back by more than a day had a wrong clock, here or before: begin afresh, or one line from the future would close all.</summary>
    private const long LongestStep = 24 * 60;

    private static readonly long LastMinute = DateTimeOffset.MaxValue.AddDays(-2).Ticks / TimeSpan.TicksPerMinute;

    /// <summary>When more hosts than this are held, the oldest minutes are closed early.</summary>
    private const int MostHeld = 1_000_000;

    private readonly SortedDictionary<long, SortedDictionary<int, GapMinute>> _open = [];
    private readonly Action<int, long, GapMinute> _close;
    private long _latest = long.MinValue;
    private long _closed = long.MinValue;
    private int _held;

    /// <param name="close">Takes a person's minute: person, minute, what was asked for.</param>
    public GapWindows(Action<int, long, GapMinute> close) => _close = close;

    /// <summary>The minute of a person, to be filled; null when it is closed already.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="began">When the request began, in minutes.</param>
    /// <param name="written">When its line was written.</param>
    public GapMinute? Of(int person, long began, long written)
    {
        if (began < 0 || written < 0 || written > LastMinute)
        {
            return null;
        }

        if (written < _latest - LongestStep)
        {
            End();
        }

        if (written > _latest)
        {
            _latest = written;
            CloseUpTo(written - Lag);
        }

        if (began <= _closed)
        {
            return null;
        }

        if (!_open.TryGetValue(began, out var people))
        {
            _open.Add(began, people = []);
        }

        if (!people.TryGetValue(person, out var minute))
        {
            people.Add(person, minute = new GapMinute());
            Hold();
        }

        return minute;
    }

    /// <summary>One more host is held.</summary>
    public void Hold()
    {
        if (++_held > MostHeld)
        {
            CloseUpTo(_open.Keys.First());
        }
    }

    /// <summary>The end of a log: closes what is open, and begins afresh, since the next log may be of another time.</summary>
    public void End()
    {
        CloseUpTo(long.MaxValue);
        _latest = long.MinValue;
        _closed = long.MinValue;
    }

    private void CloseUpTo(long last)
    {
        while (_open.Count > 0)
        {
            var (minute, people) = _open.First();
            if (minute > last)
            {
                break;
            }

            _open.Remove(minute);
            foreach (var (person, seen) in people)
            {
                _held -= seen.Hosts.Count + 1;
                _close(person, minute, seen);
            }
        }

        _closed = Math.Max(_closed, last);
    }
}
