using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SchoolDay;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Snapshot;

/// <summary>A snapshot's facts decide as the store's do, and hold nothing that no decision needs.</summary>
public sealed class SnapshotFactsTests
{
    [Property(MaxTest = 300)]
    public void A_decision_from_the_snapshot_is_the_one_from_the_store(int seed)
    {
        var school = new RandomSchool(seed);
        var snapshot = SnapshotFacts.Read(SnapshotWriter.Write(school.Access, school.Inventory, school.Config, RandomSchool.At));

        for (var i = 0; i < 200; i++)
        {
            var (who, address, mac, host, ticks) = school.Question();
            var there = school.Directory.Resolve(address, mac, ticks);
            var here = snapshot.Devices.Resolve(address, mac, ticks);
            (here.Class, here.Name).ShouldBe((there.Class, there.Name));

            var expected = school.Access.Decide(new AccessQuery(who, there.Class, there.Name, school.Access.Catalogue.Match(host), ticks));
            var actual = snapshot.Access.Decide(new AccessQuery(who, here.Class, here.Name, snapshot.Access.Catalogue.Match(host), ticks));
            actual.ShouldBe(expected, $"{who} from {address} {mac} to {host} at {ticks}");
        }
    }

    [Property(MaxTest = 100)]
    public void A_snapshot_of_a_snapshot_is_the_same(int seed)
    {
        var school = new RandomSchool(seed);
        var bytes = SnapshotWriter.Write(school.Access, school.Inventory, school.Config, RandomSchool.At);

        SnapshotWriter.Write(school.Access, school.Inventory, school.Config, RandomSchool.At).ShouldBe(bytes);
        var again = JsonNode.Parse(bytes)!;
        again["people"]!.AsArray().Count.ShouldBe(school.Access.People.SpansFrom(RandomSchool.At).Count());
        SnapshotFacts.Read(bytes).Access.Ledger.All.Count.ShouldBe(again["grants"]!.AsArray().Count);
    }

    [Property(MaxTest = 100)]
    public void It_holds_nothing_of_the_registers(int seed)
    {
        var school = new RandomSchool(seed);
        var text = Encoding.UTF8.GetString(SnapshotWriter.Write(school.Access, school.Inventory, school.Config, RandomSchool.At));

        text.ShouldNotContain("secret", Case.Insensitive);
        text.ShouldNotContain("P-0008");
        text.ShouldNotContain("P-0009");
        text.ShouldNotContain("Autumn 2026");
        text.ShouldNotContain("Staff Wi-Fi");
        text.ShouldNotContain(nameof(Role.SafeguardingLead));
        text.ShouldNotContain($"\"{nameof(Role.Teacher)}\"");
    }

    [Fact]
    public void What_has_passed_is_left_out_unless_it_gives_the_reason()
    {
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var ledger = new AccessLedger(
            [
                Grant("G-0001", now.AddDays(-9), now.AddDays(-8), ["Facebook"]),
                Grant("G-0002", now.AddDays(-7), now.AddDays(-6), ["facebook"]),
                Grant("G-0003", now.AddDays(-5), now.AddDays(-4), []),
                Grant("G-0004", now.AddDays(-3), now.AddDays(-2), ["YouTube"]),
                Grant("G-0005", now.AddDays(-3), now.AddDays(2), ["YouTube"]),
                Grant("G-0006", now, now.AddDays(2), ["YouTube"]),
            ],
            [new GrantEnding("G-0005", now.AddDays(-1), "P-2", Reason: null)],
            []);

        SnapshotGrants.From(ledger, now.UtcTicks).Select(g => g.Fact.Id).ShouldBe(["G-0001", "G-0003", "G-0005", "G-0006"]);
    }

    [Theory]
    [InlineData("Ada \"the #1\" O'Brien\\n")]
    [InlineData("line\nbreak % 100%0a")]
    [InlineData("ǅ Ṩ 日本 🐦 \u202e")]
    public void Names_of_any_kind_come_back_as_they_were(string login)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var normal = LoginName.Normalize(login);
        var people = new PeopleHistory([new PersonVersion(0, new Person("P-0001", "a@rosewood.example", "A", RoleSet.None, [normal], [], WorkPhone: null, StartDate: null, EndDate: null))], zone);
        var access = new AccessState(people, AccessLedger.Empty, Rosewood.PolicyAdmin.Catalogue.ServiceCatalogue.BuiltIn, new SchoolCalendar(TestConfig.School.SchoolDay, zone), zone, standingAuthorisation: true);

        var body = SnapshotWriter.Write(access, Rosewood.PolicyAdmin.Devices.DeviceHistory.Empty, TestConfig.School, RandomSchool.At);

        SnapshotFacts.Read(body).Access.People.FindByLogin(login, RandomSchool.At).Person!.Id.ShouldBe("P-0001");
    }

    [Theory]
    [InlineData("people", "[null]")]
    [InlineData("people", "[{\"id\":\"P-1\",\"upn\":\"a@b\",\"logins\":[null]}]")]
    [InlineData("people", "[{\"id\":\"P-1\",\"upn\":null,\"logins\":[]}]")]
    [InlineData("people", "[{\"id\":\"P-1\",\"upn\":\"a@b\",\"logins\":[],\"roles\":[77]}]")]
    [InlineData("people", "[{\"id\":\"P-1\",\"upn\":\"a@b\",\"logins\":[],\"unknown\":1}]")]
    [InlineData("grants", "[{\"id\":\"G 1\",\"person\":\"P-1\",\"from\":1,\"until\":2}]")]
    [InlineData("grants", "[{\"id\":\"G-1\",\"person\":\"P-1\",\"from\":1,\"until\":2},{\"id\":\"g-1\",\"person\":\"P-1\",\"from\":1,\"until\":2}]")]
    [InlineData("grants", "[{\"id\":\"G-1\",\"person\":\"P-1\",\"from\":-5,\"until\":2}]")]
    [InlineData("networks", "[{\"cidr\":\"nonsense\",\"class\":\"School\"}]")]
    [InlineData("networks", "[{\"cidr\":\"10.0.0.0/8\"}]")]
    [InlineData("services", "[{\"name\":\"X\",\"hosts\":[null]}]")]
    [InlineData("zone", "\"Nowhere/Land\"")]
    [InlineData("mailDomains", null)]
    [InlineData("mailDomains", "[null]")]
    [InlineData("schoolDay", "{\"terms\":[{\"from\":\"0001-01-01\",\"to\":\"9999-12-31\"}],\"closures\":[],\"sessions\":[{\"days\":[\"Monday\"],\"from\":\"09:00:00\",\"until\":\"10:00:00\"}],\"breaks\":[]}")]
    [InlineData("standingAuthorisation", null)]
    public void A_body_that_this_program_would_not_write_is_refused(string key, string? value)
    {
        var school = new RandomSchool(1);
        var body = JsonNode.Parse(SnapshotWriter.Write(school.Access, school.Inventory, school.Config, RandomSchool.At))!.AsObject();
        body.Remove(key);
        if (value is not null)
        {
            body[key] = JsonNode.Parse(value);
        }

        Should.Throw<InvalidDataException>(() => SnapshotFacts.Read(Encoding.UTF8.GetBytes(body.ToJsonString())));
    }

    private static GrantFact Grant(string id, DateTimeOffset from, DateTimeOffset until, string[] services) =>
        new(id, "P-1", services, [Rosewood.PolicyAdmin.Devices.DeviceClass.School], [], from, until, "r", "P-2", "P-3", from, Reference: null, RequiresConfirmation: false);
}
