using System.Net;
using System.Text;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Squid;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid;

/// <summary>The ACL files of the static form, read by the rules that Squid documents, give what the decision gives.</summary>
public sealed class SquidStaticTests : IDisposable
{
    private static readonly string[] Hosts = ["facebook.com", "www.facebook.com", "m.facebook.com", "notfacebook.com", "facebook.com.evil.example", "x.com", "www.youtube.com", "a.own.facebook.com", "teams.microsoft.com", "ordinary.example"];
    private static readonly string[] Addresses = ["10.20.1.15", "10.20.1.16", "10.20.7.7", "10.30.0.9", "10.30.7.1", "10.40.0.7", "10.50.0.1", "10.20.9.1", "10.20.9.250", "192.0.2.9", "2001:db8::1", "2001:db8:30::5"];
    private readonly TempWorkspace _workspace = new(TestConfig.School with
    {
        School = TestConfig.School.School with { OwnHosts = ["own.facebook.com"] },
        Networks = [.. TestConfig.School.Networks, new NetworkConfig("10.30.7.0/24", DeviceClass.School, "Trolley"), new NetworkConfig("2001:db8:30::/48", DeviceClass.Personal, "IPv6")],
        Enforcement = new EnforcementConfig { Contact = "the office" },
    });

    private EnforcementTargetConfig Target { get; } = new("proxy", EnforcementTargetKind.Squid) { Format = EnforcementFormat.Static, Path = "/etc/squid/rosewood" };

    [Theory]
    [InlineData("2026-11-24T09:00:00+00:00", true)]
    [InlineData("2026-11-24T17:00:00+00:00", true)]
    [InlineData("2026-11-25T10:30:00+00:00", true)]
    [InlineData("2026-11-24T09:00:00+00:00", false)]
    [InlineData("2026-11-24T17:00:00+00:00", false)]
    public async Task Everybody_everywhere_gets_what_the_decision_gives_for_every_host(string at, bool login)
    {
        var facts = await FactsAsync(DateTimeOffset.Parse(at));
        var plan = new SquidDriver().Plan(Target with { Login = login }, facts, force: false);
        var rules = new SquidRules(plan);

        var wrong = new List<string>();
        foreach (var user in new[] { null, "h.teach", "d.puty", "d.puty@rosewood.example", "n.obrien", "n.brown", "l.eaver", "stranger" })
        {
            foreach (var address in Addresses)
            {
                var device = facts.Devices.Resolve(address, deviceText: null, facts.At.UtcTicks);
                foreach (var host in Hosts)
                {
                    var match = facts.Access.Catalogue.Match(host);
                    var decision = facts.Access.Decide(new AccessQuery(login ? user : null, device.Class, device.Name, match, facts.At.UtcTicks));
                    if (rules.Refuses(user, IPAddress.Parse(address), host) == decision.Allowed)
                    {
                        wrong.Add($"{user} {address} {host}: {decision.Reason}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_changes_at_the_next_bell_or_end_and_says_that_it_needs_a_timer()
    {
        var facts = await FactsAsync(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var plan = new SquidDriver().Plan(Target, facts, force: false);

        plan.NextChange.ShouldBe(new DateTimeOffset(2026, 11, 24, 10, 40, 0, TimeSpan.Zero));
        plan.Notes.ShouldContain(n => n.Contains("-Due", StringComparison.Ordinal));
        plan.Openings.Select(o => $"{o.GrantId}: {o.What}").ShouldBe(["G-0003: PC-16: every service", ": SchoolMobile: every service", ": SchoolMobile: every service", "G-0001: School, PC-16: Facebook", "G-0002: SchoolMobile: YouTube"], ignoreOrder: true);
        var later = new SquidDriver().Plan(Target, facts with { At = facts.At.AddDays(40) }, force: false);
        later.Openings.ShouldAllBe(o => o.GrantId == null);
    }

    [Fact]
    public async Task The_same_facts_give_the_same_bytes_and_a_path_that_squid_can_not_name_is_refused()
    {
        var facts = await FactsAsync(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        foreach (var format in new[] { EnforcementFormat.Live, EnforcementFormat.Static })
        {
            var target = Target with { Format = format, HelperProgram = "/usr/bin/rosewood", LogPath = "/var/log/squid/rosewood.log", Login = true };
            var plan = new SquidDriver().Plan(target, facts, force: false);
            var again = new SquidDriver().Plan(target, facts, force: true);
            plan.Parts.Append(plan.Entry).Select(f => (f.Path, Text(f))).ShouldBe(again.Parts.Append(again.Entry).Select(f => (f.Path, Text(f))));
            foreach (var path in new[] { "/etc/squid/rose wood", "/etc/squid/a\"b", "/etc/squid/a#b", "/etc/squid/100%", "relative", "/etc/a\nb", "/etc/a:b" })
            {
                Should.Throw<Rosewood.PolicyAdmin.Commands.FaultException>(() => new SquidDriver().Plan(target with { Path = path }, facts, force: false), path).Fault.Id.ShouldBe("TargetPathInvalid");
            }
        }
    }

    [Fact]
    public async Task A_hostile_name_of_the_target_and_odd_logins_stay_data()
    {
        await ImportAsync("o'brien \"x\"; # all,Odd,Teacher,o'brien;we#ird;-i;zoë");
        var facts = EnforcementFacts.Load(_workspace.Context("Publish-SocialMediaBlock"));
        await _workspace.RunAsync(new GrantSocialMediaAccess { User = ["zoë"], AuthorisedBy = "head", Reference = "R", Reason = "R", For = new("2d") });
        facts = EnforcementFacts.Load(_workspace.Context("Publish-SocialMediaBlock"));
        var plan = new SquidDriver().Plan(Target with { Name = "a\nhttp_access allow all\n\"#%ü" }, facts, force: false);

        plan.Parts.Append(plan.Entry).Select(Text).ShouldAllBe(t => !t.Contains("\nhttp_access allow", StringComparison.Ordinal));
        var logins = plan.Parts.Where(p => Path.GetFileName(p.Path).StartsWith("login-", StringComparison.Ordinal)).Select(Text).ToList();
        logins.ShouldContain(l => l.Contains("\nzoë\n", StringComparison.Ordinal) && l.Contains("\no'brien\n", StringComparison.Ordinal) && !l.Contains("we#ird", StringComparison.Ordinal) && !l.Contains("\n-i\n", StringComparison.Ordinal));
        new SquidRules(plan).Refuses("zoë", IPAddress.Parse("10.20.1.15"), "facebook.com").ShouldBeFalse();
    }

    public void Dispose() => _workspace.Dispose();

    private static string Text(PlannedFile file) => Encoding.UTF8.GetString(file.Content.Span);

    private Task<RecordingSink> ImportAsync(string person) => _workspace.RunAsync(new ImportPolicyPerson
    {
        Path = _workspace.Write("staff.csv", DemoStaff.People + $"odd@rosewood.example,{person.Split(',')[1]},{person.Split(',')[2]},{person.Split(',')[3]},,,,\n"),
    });

    /// <summary>A grant for a service on school devices, one on school mobiles, one for a single device, one that is over.</summary>
    private async Task<EnforcementFacts> FactsAsync(DateTimeOffset at)
    {
        await _workspace.RunAsync(new ImportPolicyPerson { Path = _workspace.Write("staff.csv", DemoStaff.People) });
        await _workspace.RunAsync(new ImportPolicyDevice { Path = _workspace.Write("devices.csv", "Name,Class,Addresses,Mac,SerialNumber,AssignedUser\nPC-15,School,10.20.1.15,,,\nPC-16,School,10.20.1.16,,,\nPhone,SchoolMobile,10.20.7.7,,,\n") });
        foreach (var (user, service, device, duration) in new[] { ("n.obrien", "Facebook", "School", "2d"), ("n.obrien", "YouTube", "SchoolMobile", "2d"), ("n.brown", "", "PC-16", "2d"), ("n.brown", "Facebook", "School", "5m") })
        {
            await _workspace.RunAsync(new GrantSocialMediaAccess { User = [user], Service = service.Length == 0 ? [] : [service], Device = [device], AuthorisedBy = "head", Reference = "R", Reason = "R", For = new(duration) });
        }

        return EnforcementFacts.Load(_workspace.Context("Publish-SocialMediaBlock")) with { At = at.AddMinutes(6) };
    }
}
