using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Makes visits of hits. Two hits of one key and segment belong together when less than five minutes lie between them, whatever the
/// order of their lines: a tunnel's line comes when it closes, hours after it began, and may join two visits that seemed apart.
/// Visits of the recent past are held in memory; older ones are asked of the archive when a late line reaches back to them.
/// </summary>
internal sealed class VisitBuilder
{
    /// <summary>A pause of this length ends a visit.</summary>
    public const long Gap = 5 * TimeSpan.TicksPerMinute;

    /// <summary>Visits that ended longer ago than this leave the memory.</summary>
    private const long Recent = 6 * TimeSpan.TicksPerHour;

    /// <summary>With more visits than this in memory, only those of the last minutes stay.</summary>
    private const int MostHeld = 50_000;

    private readonly IVisitBoundaries _boundaries;
    private readonly IVisitArchive _archive;
    private readonly Dictionary<VisitKey, KeyVisits> _keys = [];
    private readonly HashSet<long> _removed = [];
    private readonly RecentQueries _queries = new();
    private long _archiveFrom;
    private long _archiveUntil;
    private long _latest;
    private int _log = 1;

    public VisitBuilder(IVisitBoundaries boundaries, IVisitArchive archive)
    {
        _boundaries = boundaries;
        _archive = archive;
        (_archiveFrom, _archiveUntil) = archive.Range();
    }

    /// <summary>Visits that hits of the current log are in.</summary>
    public long Touched { get; private set; }

    /// <summary>Visits begun since the last <see cref="Commit"/>.</summary>
    public int Begun { get; private set; }

    /// <summary>Stored visits that were joined into others since the last <see cref="Commit"/>.</summary>
    public IReadOnlyCollection<long> Removed => _removed;

    /// <summary>Visits to be stored, with their keys.</summary>
    public IEnumerable<(VisitKey Key, OpenVisit Visit)> Dirty =>
        _keys.SelectMany(static k => k.Value.Visits.Where(static v => v.IsDirty).Select(v => (k.Key, v)));

    /// <summary>Visits that ended before this are past; <see cref="Commit"/> lets go of them.</summary>
    public long Horizon => _latest - (_keys.Values.Sum(static k => k.Visits.Count) > MostHeld ? 2 * Gap : Recent);

    /// <summary>What comes now is from another log: its visits are counted anew.</summary>
    public void BeginLog()
    {
        _log++;
        Touched = 0;
    }

    /// <summary>Adds a hit; one that says only that an earlier query was refused changes that query's.</summary>
    public void Add(in LogHit hit)
    {
        if (!hit.IsAnswer)
        {
            _queries.Add(hit);
            AddHit(hit);
        }
        else if (!Refuse(hit) && (hit.Key.Address is not null || hit.Key.User is not null))
        {
            // The queries are not logged: the refusal is all there is.
            AddHit(hit);
        }
    }

    private bool Refuse(in LogHit answer)
    {
        var role = answer.Role;
        return _queries.Take(answer, (key, ticks) => _keys.GetValueOrDefault(key)?.Visits.Find(v => v.Start <= ticks && v.End >= ticks)?.Refuse(role));
    }

    private void AddHit(in LogHit hit)
    {
        ref var state = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_keys, hit.Key, out _);
        state ??= new KeyVisits();
        _latest = Math.Max(_latest, hit.EndTicks);

        var visit = state.InSegmentOf(hit.StartTicks);
        var segment = visit?.Segment ?? _boundaries.Segment(hit.Key.User, hit.Key.Address, hit.Key.DeviceText, hit.StartTicks);
        var end = Math.Min(Math.Max(hit.EndTicks, hit.StartTicks), segment.End);
        Load(hit.Key, state, hit.StartTicks - Gap, end + Gap);

        visit = state.Touching(segment, hit.StartTicks, end);
        if (visit is null)
        {
            visit = new OpenVisit { Segment = segment };
            state.Visits.Add(visit);
            Begun++;
        }

        Touched += visit.TouchedBy == _log ? 0 : 1;
        visit.TouchedBy = _log;
        visit.Add(hit, end);
        Join(hit.Key, state, visit);
    }

    /// <summary>Notes that all dirty visits are stored, and lets go of what is long past.</summary>
    public void Commit()
    {
        _removed.Clear();
        Begun = 0;
        var horizon = Horizon;
        foreach (var (key, state) in _keys)
        {
            foreach (var visit in state.Visits)
            {
                visit.IsDirty = false;
            }

            LetGo(state, horizon);
            if (state.Visits.Count == 0)
            {
                _keys.Remove(key);
            }
        }
    }

    private void LetGo(KeyVisits state, long horizon)
    {
        for (var i = state.Visits.Count - 1; i >= 0; i--)
        {
            var visit = state.Visits[i];
            if (visit.End < horizon)
            {
                _archiveFrom = Math.Min(_archiveFrom, visit.Start);
                _archiveUntil = Math.Max(_archiveUntil, visit.End);
                state.KnownFrom = Math.Max(state.KnownFrom, horizon);
                state.Visits.RemoveAt(i);
            }
        }
    }

    /// <summary>Makes sure that what the archive holds of a key in an interval is in memory.</summary>
    private void Load(VisitKey key, KeyVisits state, long from, long until)
    {
        if (from >= state.KnownFrom && until <= state.KnownUntil)
        {
            return;
        }

        if (until < _archiveFrom || from > _archiveUntil)
        {
            return;
        }

        // A day more than asked for, so that importing old logs asks once for each key and day.
        from = Math.Min(from, state.KnownFrom);
        until = Math.Max(until + TimeSpan.TicksPerDay, state.KnownUntil);
        foreach (var stored in _archive.Find(key, from, until))
        {
            if (!_removed.Contains(stored.Id) && !state.Visits.Exists(v => v.Id == stored.Id))
            {
                stored.Segment = _boundaries.Segment(key.User, key.Address, key.DeviceText, stored.Start);
                state.Visits.Add(stored);
            }
        }

        state.KnownFrom = from;
        state.KnownUntil = until;
    }

    private void Join(VisitKey key, KeyVisits state, OpenVisit visit)
    {
        while (state.Touching(visit.Segment, visit.Start, visit.End, visit) is { } other)
        {
            visit.Absorb(other);
            state.Visits.Remove(other);
            Touched -= other.TouchedBy == _log ? 1 : 0;
            if (other.Id != 0)
            {
                _removed.Add(other.Id);
            }

            // What was joined may reach to where the archive was not looked at yet.
            Load(key, state, visit.Start - Gap, visit.End + Gap);
        }
    }

    private sealed class KeyVisits
    {
        public List<OpenVisit> Visits { get; } = new(1);

        /// <summary>The interval in which everything stored is in memory; empty at first.</summary>
        public long KnownFrom { get; set; } = long.MaxValue;

        public long KnownUntil { get; set; } = long.MinValue;

        public OpenVisit? InSegmentOf(long instant)
        {
            for (var i = Visits.Count - 1; i >= 0; i--)
            {
                if (instant >= Visits[i].Segment.Start && instant < Visits[i].Segment.End)
                {
                    return Visits[i];
                }
            }

            return null;
        }

        // The earliest of several, so that the outcome does not depend on the order in which visits came into memory.
        public OpenVisit? Touching(VisitSegment segment, long start, long end, OpenVisit? except = null)
        {
            OpenVisit? earliest = null;
            foreach (var visit in Visits)
            {
                if (!ReferenceEquals(visit, except) && visit.Segment == segment && visit.Touches(start, end) && !(visit.Start >= earliest?.Start))
                {
                    earliest = visit;
                }
            }

            return earliest;
        }
    }
}
