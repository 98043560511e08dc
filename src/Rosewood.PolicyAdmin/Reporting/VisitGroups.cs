using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Groups visits by person and service while they stream past: bounded by staff and services, not by visits.</summary>
internal sealed class VisitGroups
{
    private const int MostDevices = 5;
    private readonly Dictionary<(string Key, string Service), Group> _groups = [];

    public void Add(Visit visit)
    {
        // By id where there is one: two people may share a name, and one may change it.
        var key = (visit.PersonId ?? visit.User!, visit.Service);
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups.Add(key, group = new Group(visit));
        }

        group.Add(visit);
    }

    /// <summary>The groups, most visits first, then by name.</summary>
    public IReadOnlyList<VisitGroup> ToList() =>
    [
        .. _groups
            .OrderByDescending(g => g.Value.Visits)
            .ThenBy(g => g.Value.Person, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Service, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => g.Value.ToRecord()),
    ];

    private sealed class Group(Visit first)
    {
        private readonly List<string> _devices = [];
        private readonly SortedDictionary<ReasonCode, long> _reasons = [];
        private DateTimeOffset _first = first.Start;
        private DateTimeOffset _last = first.Start;
        private long _ticks;

        public string Person => first.User!;

        public long Visits { get; private set; }

        public void Add(Visit visit)
        {
            Visits++;
            _ticks += Math.Max(0, (visit.End - visit.Start).Ticks);
            _first = visit.Start < _first ? visit.Start : _first;
            _last = visit.Start > _last ? visit.Start : _last;
            _reasons[visit.Reason] = _reasons.GetValueOrDefault(visit.Reason) + 1;
            if (visit.Device is { } device && _devices.Count < MostDevices && !_devices.Contains(device, StringComparer.Ordinal))
            {
                _devices.Add(device);
            }
        }

        public VisitGroup ToRecord() => new(
            Person,
            first.Service,
            first.NamedInPolicy,
            Visits,
            TimeSpan.FromTicks(_ticks),
            _first,
            _last,
            [.. _devices.Order(StringComparer.Ordinal)],
            [.. _reasons.OrderByDescending(r => r.Value).Select(r => r.Key)])
        { PersonId = first.PersonId };
    }
}
