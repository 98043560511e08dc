using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Groups visits by person and service while they stream past: bounded by staff and services, not by visits.</summary>
internal sealed class VisitGroups
{
    private const int MostDevices = 5;
    private readonly Dictionary<(string Person, string Service), Group> _groups = [];

    public void Add(Visit visit)
    {
        var key = (visit.User!, visit.Service);
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
            .ThenBy(g => g.Key.Person, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Service, StringComparer.Ordinal)
            .Select(g => g.Value.ToRecord(g.Key.Person, g.Key.Service)),
    ];

    private sealed class Group(Visit first)
    {
        private readonly List<string> _devices = [];
        private readonly SortedDictionary<ReasonCode, long> _reasons = [];
        private DateTimeOffset _first = first.Start;
        private DateTimeOffset _last = first.Start;
        private long _ticks;

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

        public VisitGroup ToRecord(string person, string service) => new(
            person,
            service,
            first.NamedInPolicy,
            Visits,
            TimeSpan.FromTicks(_ticks),
            _first,
            _last,
            [.. _devices.Order(StringComparer.Ordinal)],
            [.. _reasons.OrderByDescending(r => r.Value).Select(r => r.Key)]);
    }
}
