using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Tells whether one person can be at two of an account's moments at once. Only what stays where it is binds a person to a place: a
/// room's computer, a colleague's own device, another place's network. A phone, the person's own laptop, a VPN, a carrier bind nobody.
/// </summary>
internal sealed class Whereabouts
{
    private const int SettledDays = 2;
    private const int UsualDays = 3;
    private const int RemoteSessionSlots = 12 * 3600 / Moment.SlotSeconds;
    private const double KilometresApart = 5;
    private readonly AccountSightings _sightings;
    private readonly Dictionary<SignInNetwork, int> _settled;
    private readonly Dictionary<SignInDevice, int[]> _remote;
    private readonly string? _homeCountry;
    private readonly DevicePresence _presence;

    /// <summary>Learns the account's own places.</summary>
    /// <param name="sightings">The account.</param>
    /// <param name="homeCountry">The country in which the school's people mostly are, or null.</param>
    /// <param name="presence">When somebody used their own account on a device.</param>
    public Whereabouts(AccountSightings sightings, string? homeCountry, DevicePresence presence)
    {
        _presence = presence;
        _sightings = sightings;
        _homeCountry = homeCountry;
        _settled = sightings.Present
            .Where(s => s.Stream.Network.Kind == PlaceKind.Outside && s.Device.Kind != DeviceKind.Phone)
            .GroupBy(s => s.Stream.Network.Place)
            .ToDictionary(g => g.Key, g => g.Select(s => s.Day).Distinct().Count());
        _remote = sightings.All
            .Where(s => s.Kind == MomentKind.Remote)
            .GroupBy(s => s.Device)
            .ToDictionary(g => g.Key, g => g.Select(s => s.Slot).ToArray());
    }

    /// <summary>Whether remote desktop could not be excluded for a computer, for want of its own log.</summary>
    public bool CouldNotExcludeRemote { get; private set; }

    /// <summary>Whether a remote session was found that explains what else would be a conflict.</summary>
    public bool FoundRemote { get; private set; }

    /// <summary>Between what a person would have to be in two places.</summary>
    public ConflictKind Between(in Sighting a, in Sighting b)
    {
        if (a.Device == b.Device)
        {
            return ConflictKind.None;
        }

        if (IsOutside(a) && IsOutside(b))
        {
            return AreApart(a.Stream.Network.Place, b.Stream.Network.Place) ? ConflictKind.TwoOutside : ConflictKind.None;
        }

        if (IsOutside(a) || IsOutside(b))
        {
            var inside = IsOutside(a) ? b : a;
            return (IsAnchored(inside) || IsSurelyInSchool(inside)) && !MayBeRemote(inside) ? ConflictKind.SchoolAndOutside : ConflictKind.None;
        }

        return (a.Device.IsRoomComputer, b.Device.IsRoomComputer) switch
        {
            (true, true) => a.Device.Room is { } room && string.Equals(room, b.Device.Room, StringComparison.OrdinalIgnoreCase) ? ConflictKind.None : ConflictKind.Rooms,
            (true, false) => IsColleagues(b) ? ConflictKind.Colleague : ConflictKind.None,
            (false, true) => IsColleagues(a) ? ConflictKind.Colleague : ConflictKind.None,
            _ => (IsColleagues(a) && IsOwnInSchool(b)) || (IsColleagues(b) && IsOwnInSchool(a)) ? ConflictKind.Colleague : ConflictKind.None,
        };
    }

    /// <summary>The person's own computer at an address that the configuration, which knows VPN and proxy apart, gives to the school.</summary>
    private bool IsSurelyInSchool(in Sighting s) => IsOwnInSchool(s) && s.Stream.Network.Configured is not null;

    private bool IsAnchored(in Sighting s) => s.Device.IsRoomComputer || IsColleagues(s);

    /// <summary>A colleague's own computer in school, on a day on which the colleague works with it: one that was lent may stand beside the person's own.</summary>
    private bool IsColleagues(in Sighting s) =>
        s.Device.Kind == DeviceKind.Computer && s.Place == PlaceKind.School && _presence.IsWithOwner(s.Device, _sightings.Account, s.Day);

    private bool IsOwnInSchool(in Sighting s) => s.Device.Owner == _sightings.Account && s.Device.Kind == DeviceKind.Computer && s.Place == PlaceKind.School;

    /// <summary>A place outside where the account settled, by a computer. A phone there counts only where a computer does as well; a country that is nobody's may be an attack.</summary>
    private bool IsOutside(in Sighting s)
    {
        var network = s.Stream.Network;
        return network.Kind == PlaceKind.Outside
            && _settled.GetValueOrDefault(network.Place) >= SettledDays
            && (_homeCountry is null || network.Country is null || string.Equals(network.Country, _homeCountry, StringComparison.OrdinalIgnoreCase));
    }

    private static bool AreApart(SignInNetwork a, SignInNetwork b)
    {
        if (a == b || a.Prefix.IsV6 != b.Prefix.IsV6)
        {
            return false;
        }

        return a.Position is { } from && b.Position is { } to && Earth.Kilometres(from, to) > KilometresApart;
    }

    /// <summary>Whether the person may sit elsewhere and use the computer by remote desktop.</summary>
    public bool MayBeRemote(in Sighting s)
    {
        if (_remote.TryGetValue(s.Device, out var sessions))
        {
            var at = Array.BinarySearch(sessions, s.Slot);
            at = at < 0 ? ~at - 1 : at;
            if (at >= 0 && s.Slot - sessions[at] <= RemoteSessionSlots)
            {
                return FoundRemote = true;
            }
        }

        if (!s.Device.HasSecurityLog && s.Device.Days.GetValueOrDefault(_sightings.Account) >= UsualDays && !IsColleagues(s))
        {
            return CouldNotExcludeRemote = true;
        }

        return false;
    }
}
