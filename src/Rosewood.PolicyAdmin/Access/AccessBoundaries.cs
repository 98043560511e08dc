using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>The boundaries of visits, from the local day, the grants and the school day.</summary>
public sealed class AccessBoundaries : IVisitBoundaries
{
    private readonly PeopleHistory _people;
    private readonly DeviceDirectory _devices;
    private readonly SchoolCalendar _calendar;
    private readonly TimeZoneInfo _zone;
    private readonly Dictionary<string, long[]> _byPerson = new(StringComparer.Ordinal);

    /// <summary>Collects the boundaries.</summary>
    /// <param name="people">The roster.</param>
    /// <param name="devices">The inventory and networks.</param>
    /// <param name="ledger">The grants.</param>
    /// <param name="calendar">The school day.</param>
    /// <param name="zone">The school's zone: its midnights split visits.</param>
    public AccessBoundaries(PeopleHistory people, DeviceDirectory devices, AccessLedger ledger, SchoolCalendar calendar, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _people = people;
        _devices = devices;
        _calendar = calendar;
        _zone = zone;
        foreach (var grants in ledger.All.GroupBy(g => g.Fact.PersonId, StringComparer.Ordinal))
        {
            _byPerson[grants.Key] = [.. grants.SelectMany(g => g.Boundaries()).Distinct().Order()];
        }
    }

    /// <inheritdoc/>
    public VisitSegment Segment(string? user, string? address, string? deviceText, long utcTicks)
    {
        // A day's visits belong to that day's report, though something polls around the clock.
        var (start, end) = LocalDay(utcTicks);
        var grants = GrantsOf(user, utcTicks);
        start = Math.Max(start, AtOrBefore(grants, utcTicks));
        end = Math.Min(end, After(grants, utcTicks));
        return AccessState.IsOwn(_devices.Resolve(address, deviceText, utcTicks).Class)
            ? new(Math.Max(start, _calendar.BellAtOrBefore(utcTicks)), Math.Min(end, _calendar.BellAfter(utcTicks)))
            : new(start, end);
    }

    private static long AtOrBefore(ReadOnlySpan<long> sorted, long utcTicks)
    {
        var index = sorted.BinarySearch(utcTicks);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 ? sorted[index] : long.MinValue;
    }

    private static long After(ReadOnlySpan<long> sorted, long utcTicks)
    {
        var index = sorted.BinarySearch(utcTicks);
        index = index >= 0 ? index + 1 : ~index;
        return index < sorted.Length ? sorted[index] : long.MaxValue;
    }

    private ReadOnlySpan<long> GrantsOf(string? user, long utcTicks) =>
        user is not null && _byPerson.Count > 0 && _people.FindByLogin(user, utcTicks).Person is { } person && _byPerson.TryGetValue(person.Id, out var boundaries)
            ? boundaries
            : [];

    private (long Start, long End) LocalDay(long utcTicks)
    {
        var utc = new DateTime(Math.Clamp(utcTicks, TimeSpan.TicksPerDay * 2, DateTime.MaxValue.Ticks - (TimeSpan.TicksPerDay * 2)), DateTimeKind.Utc);
        var midnight = (utc + _zone.GetUtcOffset(utc)).Date;
        return (ToUtc(midnight), ToUtc(midnight.AddDays(1)));

        long ToUtc(DateTime local) => local.Ticks - _zone.GetUtcOffset(local).Ticks;
    }
}
