using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

/// <summary>A school made up from a seed: small pools, so that logins, addresses, grants and hosts meet and clash often.</summary>
internal sealed class RandomSchool
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Names = ["n.obrien", "d.puty", "h.teach", "slee", "j.ones"];
    private static readonly string[] Addresses = ["10.20.1.7", "10.30.0.8", "10.40.0.3", "10.20.9.250", "2001:db8::7", "192.0.2.1"];
    private static readonly string[] Macs = ["0a:1b:2c:3d:4e:5f", "0a:1b:2c:3d:4e:60", "0a:1b:2c:3d:4e:61"];
    private static readonly string[] DeviceNames = ["PC-07", "LT-07", "MOB-1", "GATE", "0a1b2c3d4e61"];
    private static readonly string[] Services = ["Facebook", "YouTube", "Fancy Chat", "X"];
    private readonly Random _random;

    public RandomSchool(int seed)
    {
        _random = new Random(seed);
        Zone = TimeZoneInfo.FindSystemTimeZoneById(Config.School.TimeZone);
        Config = TestConfig.School with { Access = new AccessConfig { StandingAuthorisation = Chance(0.8) } };
        Inventory = new DeviceHistory(Many(14, Device));
        var grants = Enumerable.Range(1, _random.Next(30)).Select(Grant).ToList();
        var endings = grants.Where(_ => Chance(0.3)).Select(g => new GrantEnding(g.Id, Instant(g.From), "P-0009", "secret reason")).ToList();
        var answers = grants.Where(_ => Chance(0.3)).Select(g => new GrantAnswer(g.Id, Instant(g.From), "P-0009", Chance(0.3))).ToList();
        Access = new AccessState(
            new PeopleHistory(Many(12, Person), Zone),
            new AccessLedger(grants, endings, answers),
            ServiceCatalogue.BuiltIn.With(SchoolServices(), Chance(0.3) ? ["X"] : [], [.. Config.School.OwnHosts, .. Config.School.MailDomains, .. Chance(0.3) ? ["m.youtube.com"] : Array.Empty<string>()]),
            new SchoolCalendar(Config.SchoolDay, Zone),
            Zone,
            Config.Access.StandingAuthorisation).ForBlock(Config.School.MailDomains);
        Directory = new DeviceDirectory(Inventory, Config.Networks);
    }

    public static long At => Now.UtcTicks;

    public PolicyConfig Config { get; } = TestConfig.School;

    public TimeZoneInfo Zone { get; }

    public AccessState Access { get; }

    public DeviceHistory Inventory { get; }

    public DeviceDirectory Directory { get; }

    /// <summary>Something that a proxy may ask, at the snapshot's instant or later.</summary>
    public (string? Who, string? Address, string? Mac, string Host, long Ticks) Question()
    {
        var days = Chance(0.2) ? 0 : Math.Pow(_random.NextDouble(), 3) * 60;
        return (
            Chance(0.1) ? null : Login(),
            Chance(0.1) ? null : Pick(Addresses),
            Chance(0.5) ? null : Pick(Macs),
            Pick("www.facebook.com", "youtube.com", "m.youtube.com", "i.ytimg.com", "chat.example", "deep.chat.example", "x.com", "connect.facebook.net", "www.bbc.co.uk", "teams.microsoft.com"),
            At + (long)(days * TimeSpan.TicksPerDay));
    }

    private bool Chance(double likelihood) => _random.NextDouble() < likelihood;

    private T Pick<T>(params T[] some) => some[_random.Next(some.Length)];

    private List<T> Some<T>(T[] pool, double likelihood) => [.. pool.Where(_ => Chance(likelihood))];

    private List<T> Many<T>(int most, Func<int, T> make) => [.. Enumerable.Range(0, _random.Next(most)).Select(make)];

    private string Login() => Pick(Pick(Names), $@"rosewood\{Pick(Names)}", $@"OFFICE\{Pick(Names)}", $"{Pick(Names)}@rosewood.example", $"{Pick(Names)}@pupils.example", "p.2041", "Ångström");

    /// <summary>An instant around now, sometimes the very tick.</summary>
    private DateTimeOffset Instant(DateTimeOffset around) => around + (Chance(0.2) ? TimeSpan.Zero : TimeSpan.FromHours(_random.Next(-300, 300)));

    private DateOnly? Day() => Chance(0.6) ? null : DateOnly.FromDateTime(Now.DateTime).AddDays(_random.Next(-20, 20));

    private PersonVersion Person(int number) => new(
        Chance(0.4) ? 0 : Instant(Now).UtcTicks,
        new Person(
            $"P-{_random.Next(7):D4}",
            $"{Pick(Names)}{(Chance(0.5) ? "" : _random.Next(3))}@rosewood.example",
            "Secret Name",
            RoleSet.Of([.. Some(Enum.GetValues<Role>(), 0.2)]),
            [.. Enumerable.Range(0, _random.Next(3)).Select(_ => LoginName.Normalize(Login()))],
            ["secret@home.example"],
            "secret phone",
            Day(),
            Day()));

    private DeviceVersion Device(int number) => new(
        Chance(0.4) ? 0 : Instant(Now).UtcTicks,
        new Device($"D-{_random.Next(8):D4}", Pick(DeviceNames), Pick(Enum.GetValues<DeviceClass>()), Some(Addresses, 0.3), Chance(0.5) ? null : Pick(Macs), "secret serial", "secret@user.example"),
        Removed: Chance(0.2));

    private GrantFact Grant(int number)
    {
        var from = Instant(Now);
        return new GrantFact(
            $"G-{number:D4}",
            $"P-{_random.Next(7):D4}",
            Some(Services, 0.3),
            Some([DeviceClass.School, DeviceClass.SchoolMobile, DeviceClass.Personal], 0.5),
            Some(DeviceNames, 0.2),
            from,
            from.AddHours(_random.Next(1, 300)),
            "secret reason",
            Chance(0.2) ? null : "P-0009",
            "P-0008",
            from < Now ? from : Now,
            "secret reference",
            Chance(0.3));
    }

    private List<SocialMediaService> SchoolServices() => Chance(0.5)
        ? []
        : [
            new SocialMediaService("Fancy Chat", ServiceKind.Other, [new("chat.example", Pick(Enum.GetValues<HostRole>())), new("youtube.com", HostRole.Primary)], NamedInPolicy: false, ["secret alias"], new DateOnly(2026, 9, 1), ServiceSource.School),
            new SocialMediaService("Twin", ServiceKind.Other, [new("deep.chat.example", HostRole.Primary), new("chat.example", HostRole.Primary)], NamedInPolicy: false, [], new DateOnly(2026, 9, 1), ServiceSource.School),
        ];
}
