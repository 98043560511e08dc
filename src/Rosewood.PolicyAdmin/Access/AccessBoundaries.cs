using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>The boundaries of visits, from the grants and the school day.</summary>
public sealed class AccessBoundaries : IVisitBoundaries
{
    private readonly PeopleHistory _people;
    private readonly DeviceDirectory _devices;
    private readonly SchoolCalendar _calendar;
    private readonly Dictionary<string, long[]> _byPerson = new(StringComparer.Ordinal);

    /// <summary>Collects the boundaries.</summary>
    /// <param name="people">The roster.</param>
    /// <param name="devices">The inventory and networks.</param>
    /// <param name="ledger">The grants.</param>
    /// <param name="calendar">The school day.</param>
    public AccessBoundaries(PeopleHistory people, DeviceDirectory devices, AccessLedger ledger, SchoolCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _people = people;
        _devices = devices;
        _calendar = calendar;
        foreach (var grants in ledger.All.GroupBy(g => g.Fact.PersonId, StringComparer.Ordinal))
        {
            _byPerson[grants.Key] = [.. grants.SelectMany(g => g.Boundaries()).Distinct().Order()];
        }
    }

    /// <inheritdoc/>
    public long SegmentStart(string? user, string? address, string? deviceText, long utcTicks) =>
        Math.Max(
            AtOrBefore(GrantsOf(user, utcTicks), utcTicks),
            IsOwn(address, deviceText, utcTicks) ? _calendar.BellAtOrBefore(utcTicks) : long.MinValue);

    /// <inheritdoc/>
    public long SegmentEnd(string? user, string? address, string? deviceText, long utcTicks) =>
        Math.Min(
            After(GrantsOf(user, utcTicks), utcTicks),
            IsOwn(address, deviceText, utcTicks) ? _calendar.BellAfter(utcTicks) : long.MaxValue);

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

    private bool IsOwn(string? address, string? deviceText, long utcTicks) =>
        AccessState.IsOwn(_devices.Resolve(address, deviceText, utcTicks).Class);
}
