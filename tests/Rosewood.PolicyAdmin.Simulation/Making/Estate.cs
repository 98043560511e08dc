using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>The school's machines, and those of its people.</summary>
internal sealed class Estate
{
    private static readonly string[] PhoneSystems = ["Ios 18.6.2", "Ios 18.5", "Ios 17.7", "Android 15", "Android 14"];

    private readonly List<SimulatedDevice> _devices = [];
    private readonly SchoolOptions _options;

    public Estate(SchoolOptions options, IReadOnlyList<SimulatedPerson> people, Casting casting)
    {
        _options = options;
        var owners = people.Where(p => p.Room != Rooms.Staff).GroupBy(p => p.Room);
        foreach (var group in owners)
        {
            var users = group.ToList();
            var pc = AddPc(PcName(group.Key), group.Key, users.Any(p => p.Does(Behaviour.ClockOffset)), users.Any(p => p.Does(Behaviour.EmptyDeviceId)));
            users.ForEach(p => p.Pc = pc);
        }

        for (var i = 1; i <= 2; i++)
        {
            AddPc(string.Create(CultureInfo.InvariantCulture, $"RWD-STAFF-{i:00}"), Rooms.Staff, hasWrongClock: false, hidesId: false);
        }

        for (var i = 1; i <= 12; i++)
        {
            AddPc(string.Create(CultureInfo.InvariantCulture, $"RWD-ICT-P{i:00}"), Rooms.Suite, hasWrongClock: false, hidesId: false);
        }

        foreach (var person in people)
        {
            Give(person, casting.HasLaptop(person));
        }

        Server = Add(new SimulatedDevice { Name = "RWD-SRV-01", Kind = DeviceKind.Server, StandsIn = Rooms.Technicians, OperatingSystem = "Windows 10", Browser = "Rich Client 5.2.8.0", Address = "10.20.9.10", SerialNumber = "SRV0001" });
        Kiosk = AddPc("RWD-KIOSK-01", Rooms.Hall, hasWrongClock: false, hidesId: false);
    }

    /// <summary>All, also those that no inventory has.</summary>
    public List<SimulatedDevice> Devices => _devices;

    public SimulatedDevice Server { get; }

    public SimulatedDevice Kiosk { get; }

    public IEnumerable<SimulatedDevice> In(Place room) => _devices.Where(d => d.Kind == DeviceKind.RoomPc && d.StandsIn == room);

    /// <summary>Another laptop for a person; the old one stays in the inventory.</summary>
    public SimulatedDevice AddLaptop(SimulatedPerson person)
    {
        var number = _devices.Count(d => d.Kind == DeviceKind.Laptop) + 1;
        var dice = Dice.Of(_options.Seed, "laptop-made", person.Number, number);
        return Add(new SimulatedDevice
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"RWD-LT-{number:000}"),
            Kind = DeviceKind.Laptop,
            Of = person,
            OperatingSystem = "Windows11",
            Browser = "Edge 140.0.3485",
            Address = string.Create(CultureInfo.InvariantCulture, $"10.20.{40 + (number / 200)}.{10 + (number % 200)}"),
            Mac = Mac(dice),
            SerialNumber = Serial(dice),
            ClockOffset = dice.Between(-1500, 1500),
            EntraId = dice.Guid(),
        });
    }

    public SimulatedDevice AddPrivatePc(SimulatedPerson person)
    {
        var dice = Dice.Of(_options.Seed, "private", person.Number);
        var system = dice.Pick(["Windows10", "Windows11", "MacOs", "Windows11"]);
        return Add(new SimulatedDevice
        {
            Name = "private PC of " + person.Login,
            Kind = DeviceKind.PrivatePc,
            Of = person,
            StandsIn = person.Home,
            OperatingSystem = system,
            Browser = system is "MacOs" ? "Safari 18.6" : dice.Pick(["Chrome 140.0.0", "Edge 140.0.3485", "Firefox 143.0"]),
        });
    }

    private SimulatedDevice AddSchoolMobile(SimulatedPerson person)
    {
        var dice = Dice.Of(_options.Seed, "mobile", person.Number);
        return Add(new SimulatedDevice
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"RWD-MOB-{person.Number + 1:00}"),
            Kind = DeviceKind.SchoolMobile,
            Of = person,
            OperatingSystem = "Ios 18.6.2",
            Browser = "Mobile Safari 18.6",
            Address = string.Create(CultureInfo.InvariantCulture, $"10.40.0.{10 + person.Number}"),
            Mac = Mac(dice),
            SerialNumber = Serial(dice),
            EntraId = dice.Guid(),
        });
    }

    public SimulatedDevice AddPhone(SimulatedPerson person, int generation)
    {
        var dice = Dice.Of(_options.Seed, "phone", person.Number, generation);
        var system = dice.Pick(PhoneSystems);
        return Add(new SimulatedDevice
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"phone {generation} of {person.Login}"),
            Kind = DeviceKind.OwnPhone,
            Of = person,
            OperatingSystem = system,
            Browser = system.StartsWith("Ios", StringComparison.Ordinal) ? "Mobile Safari 18.6" : "Chrome Mobile 140.0.0",
        });
    }

    /// <summary>Windows allows fifteen letters.</summary>
    private static string PcName(Place room) =>
        "RWD-" + string.Concat(room.Name.Where(char.IsAsciiLetter).Take(6)).ToUpperInvariant() + string.Concat(room.Name.Where(char.IsAsciiDigit));

    private static string Mac(Dice dice) => "02-" + string.Join('-', Enumerable.Range(0, 5).Select(_ => dice.Between(0, 255).ToString("X2", CultureInfo.InvariantCulture)));

    private static string Serial(Dice dice) => "5CG" + string.Create(CultureInfo.InvariantCulture, $"{dice.Between(1_000_000, 9_999_999)}");

    private void Give(SimulatedPerson person, bool hasLaptop)
    {
        person.Phone = AddPhone(person, 1);
        if (hasLaptop)
        {
            person.Laptop = AddLaptop(person);
        }

        if (person.Role is StaffRole.HeadTeacher or StaffRole.SafeguardingLead && _options.LaptopShare > 0)
        {
            person.SchoolMobile = AddSchoolMobile(person);
        }

        if (person.Does(Behaviour.PrivatePcAtHome))
        {
            person.PrivatePc = AddPrivatePc(person);
        }
    }

    private SimulatedDevice AddPc(string name, Place room, bool hasWrongClock, bool hidesId)
    {
        var number = _devices.Count(d => d.Kind == DeviceKind.RoomPc) + 1;
        var dice = Dice.Of(_options.Seed, "pc-made", number);
        var wrong = dice.Between(2, Math.Max(2, _options.WrongClockMinutes)) * 60_000 * (dice.Chance(0.5) ? 1 : -1);
        return Add(new SimulatedDevice
        {
            Name = name,
            Kind = DeviceKind.RoomPc,
            StandsIn = room,
            OperatingSystem = dice.Chance(0.8) ? "Windows11" : "Windows10",
            Browser = "Edge 140.0.3485",
            Address = string.Create(CultureInfo.InvariantCulture, $"10.20.{1 + (number / 200)}.{10 + (number % 200)}"),
            Mac = Mac(dice),
            SerialNumber = Serial(dice),
            ClockOffset = hasWrongClock ? wrong : dice.Between(-1800, 1800),
            HidesDeviceId = hidesId,
            EntraId = dice.Guid(),
        });
    }

    private SimulatedDevice Add(SimulatedDevice device)
    {
        _devices.Add(device);
        return device;
    }
}
