using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Incidents;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>Makes episodes of stored counts: one user and device, one type, no pause of half an hour.</summary>
internal sealed class ContentReader(PeopleHistory people, DeviceDirectory devices, TimeZoneInfo zone)
{
    private const int MostHosts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>When a slot begins, UTC ticks.</summary>
    public static long TicksOf(ContentKey key) => DateTimeOffset.FromUnixTimeSeconds((long)key.Slot * CoverageSlot.Seconds).UtcTicks;

    /// <summary>Episodes in the order of their beginning.</summary>
    /// <param name="rows">What is stored, by its beginning.</param>
    /// <param name="isWanted">Which of it counts.</param>
    public IEnumerable<ContentAccess> Read(IEnumerable<(ContentKey Key, ContentCounts Counts)> rows, Func<ContentKey, bool> isWanted)
    {
        var done = new List<Episode>();
        var open = new Dictionary<(string?, string?, string?, IncidentType), Episode>();
        foreach (var (key, counts) in rows.Where(r => isWanted(r.Key)))
        {
            var who = (key.User, key.Address, key.DeviceText, key.Type);
            if (!open.TryGetValue(who, out var episode) || counts.FirstSeconds - episode.Counts.LastSeconds > Pause.TotalSeconds)
            {
                episode = new Episode(key);
                open[who] = episode;
                done.Add(episode);
            }

            episode.Add(key, counts);
        }

        return done.Select(View);
    }

    private ContentAccess View(Episode episode)
    {
        var key = episode.Key;
        var ticks = DateTimeOffset.FromUnixTimeSeconds(episode.Counts.FirstSeconds).UtcTicks;
        var person = people.FindByLogin(key.User, ticks).Person;
        var device = devices.Resolve(key.Address, key.DeviceText, ticks);
        var route = IncidentRoutes.Of(key.Type);
        return new ContentAccess
        {
            User = person is null ? key.User : PersonNames.Show(people, person, ticks),
            PersonId = person?.Id,
            OnRoster = person is not null,
            Device = device.Name ?? key.DeviceText,
            DeviceClass = device.Class,
            Address = key.Address,
            Type = key.Type,
            Categories = [.. episode.Categories.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal).Select(static c => c.Key)],
            Hosts = [.. episode.Hosts.OrderByDescending(static h => h.Value).ThenBy(static h => h.Key, StringComparer.Ordinal).Take(MostHosts).Select(static h => h.Key)],
            HostCount = episode.Hosts.Count,
            AddressesWithheld = route.IsWithheld,
            Start = Local(episode.Counts.FirstSeconds),
            End = Local(episode.Counts.LastSeconds),
            Allowed = episode.Counts.Allowed,
            Blocked = episode.Counts.Blocked,
            Route = route.ToString(),
            Clause = route.Clause,
        };
    }

    private DateTimeOffset Local(long seconds) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone);

    private sealed class Episode(ContentKey key)
    {
        private ContentCounts _counts;

        public ContentKey Key { get; } = key;

        public ContentCounts Counts => _counts;

        public Dictionary<string, long> Categories { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, long> Hosts { get; } = new(StringComparer.Ordinal);

        public void Add(ContentKey added, ContentCounts counts)
        {
            _counts.Add(counts);
            var lines = counts.Allowed + counts.Blocked;
            Categories[added.Category] = Categories.GetValueOrDefault(added.Category) + lines;
            if (added.Host is { } host)
            {
                Hosts[host] = Hosts.GetValueOrDefault(host) + lines;
            }
        }
    }
}
