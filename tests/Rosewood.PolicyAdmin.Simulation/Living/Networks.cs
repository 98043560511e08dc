using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>Which public address a machine comes out of, at a place and time. Addresses are from ranges kept for documents and tests.</summary>
internal sealed class Networks(ulong seed)
{
    private static readonly (string City, string State, double Latitude, double Longitude)[] CarrierTowns =
    [
        ("London", "Greater London", 51.5074, -0.1278), ("Manchester", "Greater Manchester", 53.4808, -2.2426),
        ("Birmingham", "West Midlands", 52.4862, -1.8904), ("Leeds", "West Yorkshire", 53.8008, -1.5491), ("Slough", "Berkshire", 51.5105, -0.5950),
    ];

    private static readonly (string City, string State, string Country, double Latitude, double Longitude)[] Abroad =
    [
        ("Palma", "Illes Balears", "ES", 39.5696, 2.6502), ("Paris", "Paris", "FR", 48.8566, 2.3522), ("Dublin", "Dublin", "IE", 53.3498, -6.2603),
        ("Kraków", "Malopolskie", "PL", 50.0647, 19.9450), ("Faro", "Faro", "PT", 37.0194, -7.9304),
    ];

    /// <summary>The school's one address.</summary>
    public static Egress School { get; } = new("203.0.113.10", EgressKind.School, "Market Harborough", "Leicestershire", "GB", 52.4776, -0.9206, 64496);

    /// <summary>Where the VPN comes out: the school's other address.</summary>
    public static Egress Vpn { get; } = School with { Address = "203.0.113.11" };

    private static Egress OtherSite { get; } = new("203.0.113.77", EgressKind.OtherSite, "Kettering", "Northamptonshire", "GB", 52.3963, -0.7302, 64497);

    /// <summary>The cloud proxy, which has several exits.</summary>
    public Egress Proxy(long at)
    {
        var exit = Dice.Of(seed, "proxy", at / (40 * UkTime.Minute)).Between(17, 24);
        return new Egress(string.Create(CultureInfo.InvariantCulture, $"198.51.100.{exit}"), EgressKind.Proxy, "London", "Greater London", "GB", 51.5074, -0.1278, 64498);
    }

    /// <summary>The address of a device at a place; who carries or uses it decides the carrier, the proxy and the VPN.</summary>
    public Egress Of(SimulatedDevice device, Place place, SimulatedPerson person, long at) => place.Kind switch
    {
        PlaceKind.Room when device.Kind is DeviceKind.OwnPhone && person.Does(Behaviour.CarrierAddresses) && Dice.Of(seed, "wifi", person.Number, at / (90 * UkTime.Minute)).Chance(0.75) => Carrier(person, at),
        PlaceKind.Room when device.Kind == DeviceKind.RoomPc && person.Does(Behaviour.CloudProxy) && Dice.Of(seed, "proxied", person.Number, at / (25 * UkTime.Minute)).Chance(0.35) => Proxy(at),
        PlaceKind.Room => School,
        PlaceKind.Home when device.Kind == DeviceKind.Laptop && person.Does(Behaviour.VpnFromHome) => Vpn,
        PlaceKind.Home when device.Kind == DeviceKind.OwnPhone && Dice.Of(seed, "home-wifi", person.Number, at / (120 * UkTime.Minute)).Chance(0.07) => Carrier(person, at),
        PlaceKind.Home => Home(place, device, person, at),
        PlaceKind.OtherSite => OtherSite,
        PlaceKind.Abroad => Holiday(person, at),
        _ => Carrier(person, at),
    };

    /// <summary>An attacker's address.</summary>
    public Egress Hostile(long key)
    {
        var dice = Dice.Of(seed, "hostile", key);
        var (city, state, country) = dice.Pick([("Lagos", "Lagos", "NG"), ("Moscow", "Moskva", "RU"), ("Ashburn", "Virginia", "US"), ("Bucharest", "Bucuresti", "RO")]);
        return new Egress(string.Create(CultureInfo.InvariantCulture, $"192.0.2.{dice.Between(1, 254)}"), EgressKind.Abroad, city, state, country, dice.About(40, 15), dice.About(20, 60), 64510);
    }

    private static long Hash(string name)
    {
        var hash = 17L;
        foreach (var letter in name)
        {
            hash = unchecked((hash * 31) + letter);
        }

        return hash;
    }

    private Egress Home(Place home, SimulatedDevice device, SimulatedPerson person, long at)
    {
        var key = Hash(home.Name);
        var household = Dice.Of(seed, "household", key);
        var lease = household.Between(14, 45) * 24L * 60 * UkTime.Minute;
        var dice = Dice.Of(seed, "lease", key, (at + (household.Between(0, 40) * 24L * 60 * UkTime.Minute)) / lease);
        var (a, b, c) = (dice.Between(0, 127), dice.Between(1, 254), dice.Between(0x1000, 0x1FFF));
        var address = string.Create(CultureInfo.InvariantCulture, $"198.18.{a}.{b}");
        if (person.Does(Behaviour.Ipv6Privacy))
        {
            // Windows and phones make a fresh interface identifier each day.
            var privacy = Dice.Of(seed, "privacy", Hash(device.Name), at / (24 * 60 * UkTime.Minute));
            address = string.Create(CultureInfo.InvariantCulture, $"2001:db8:{c:x}:{b:x}00:{privacy.Between(0x1000, 0xFFFF):x}:{privacy.Between(0x1000, 0xFFFF):x}:{privacy.Between(0x1000, 0xFFFF):x}:{privacy.Between(0x1000, 0xFFFF):x}");
        }

        var (city, latitude) = household.Pick([("Market Harborough", 52.4776), ("Leicester", 52.6369), ("Kettering", 52.3963), ("Corby", 52.4877), ("Rugby", 52.3709)]);
        return new Egress(address, EgressKind.Home, city, "Leicestershire", "GB", latitude, -0.9 - (household.Share() / 3), household.Between(64500, 64503));
    }

    private Egress Carrier(SimulatedPerson person, long at)
    {
        // A carrier gives another address every few hours, and its address tables point at its exchanges.
        var dice = Dice.Of(seed, "carrier", person.Number, at / (150 * UkTime.Minute));
        var (city, state, latitude, longitude) = dice.Pick(CarrierTowns);
        var address = Dice.Of(seed, "carrier-v6", person.Number).Chance(0.4)
            ? string.Create(CultureInfo.InvariantCulture, $"2001:db8:f{person.Number % 3}00:{dice.Between(1, 0xFFFF):x}:{dice.Between(1, 0xFFFF):x}:{dice.Between(1, 0xFFFF):x}:1:{dice.Between(1, 0xFFFF):x}")
            : string.Create(CultureInfo.InvariantCulture, $"198.18.{128 + (person.Number % 3 * 32) + dice.Between(0, 31)}.{dice.Between(1, 254)}");
        return new Egress(address, EgressKind.Carrier, city, state, "GB", latitude, longitude, 64504 + (person.Number % 3));
    }

    private Egress Holiday(SimulatedPerson person, long at)
    {
        var (city, state, country, latitude, longitude) = Dice.Of(seed, "holiday", person.Number).Pick(Abroad);
        var dice = Dice.Of(seed, "roaming", person.Number, at / (12 * 60 * UkTime.Minute));
        return new Egress(string.Create(CultureInfo.InvariantCulture, $"198.19.{dice.Between(0, 255)}.{dice.Between(1, 254)}"), EgressKind.Abroad, city, state, country, latitude, longitude, 64508);
    }
}
