using System.Text;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Addresses;
using Rosewood.PolicyAdmin.Enforcement.Dns;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Dns;

public sealed class DnsPlanTests
{
    public static TheoryData<EnforcementFormat> Formats { get; } =
        new(EnforcementFormat.Unbound, EnforcementFormat.Bind, EnforcementFormat.Rpz, EnforcementFormat.Hosts, EnforcementFormat.Dnsmasq, EnforcementFormat.AdGuard);

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_facts_give_the_same_bytes_and_their_own_check_finds_nothing(EnforcementFormat format)
    {
        using var school = await DnsSchool.OpenAsync();
        await school.GrantAsync("n.obrien", "Facebook", "School");
        var target = school.Target(format, "dns \"x\" # % \u202E ünï\nserver: evil");

        var plan = new DnsDriver().Plan(target, school.InSession, force: false);
        var again = new DnsDriver().Plan(target, school.InSession, force: false);

        plan.Parts.Append(plan.Entry).Select(f => (f.Path, Convert.ToHexString(f.Content.Span))).ShouldBe(again.Parts.Append(again.Entry).Select(f => (f.Path, Convert.ToHexString(f.Content.Span))));
        Text(plan.Entry).ShouldNotContain("\nserver: evil");
        DnsSchool.Write(plan);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(plan.Entry.Path)!, BindFiles.OwnZones), "");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(plan.Entry.Path)!, BindFiles.OwnZonesAgain), "");
        (await new DnsDriver().CheckAsync(target, plan, plan.Entry.Path, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Only_the_address_of_a_device_that_is_one_persons_alone_is_opened()
    {
        using var school = await DnsSchool.OpenAsync();
        await school.GrantAsync("n.obrien", "Facebook", "Mobile-2");

        var plan = new DnsDriver().Plan(school.Target(EnforcementFormat.Unbound), school.InSession, force: false);

        plan.Openings.Select(o => o.What).ShouldBe(["127.40.0.7 (Mobile-1): every service", "2001:db8:40::7 (Mobile-1): every service"], ignoreOrder: true);
        plan.Openings.ShouldAllBe(o => o.GrantId == null);
        plan.Widenings.ShouldContain(w => w.What == "127.40.0.9 (Mobile-2): Facebook" && w.GrantId == "G-0001" && w.WhoElse == "everyone who uses Mobile-2" && !w.Made);
        plan.Widenings.ShouldContain(w => w.What.StartsWith("127.40.0.0/24 (SchoolMobile)", StringComparison.Ordinal) && w.WhoElse == "everyone on these networks" && !w.Made);
        plan.Notes.ShouldContain(n => n.StartsWith("Mobile-3 can't be opened for Dee Puty", StringComparison.Ordinal));
        Clients(plan).ShouldContain("32.7.0.40.127.rpz-client-ip CNAME rpz-passthru.");
        Clients(plan).ShouldContain("128.7.zz.40.db8.2001.rpz-client-ip CNAME rpz-passthru.");
        Clients(plan).ShouldNotContain("32.9.0.40.127");
    }

    [Fact]
    public async Task Force_opens_the_shared_address_too_and_says_so()
    {
        using var school = await DnsSchool.OpenAsync();
        await school.GrantAsync("n.obrien", "", "Mobile-2");

        var plan = new DnsDriver().Plan(school.Target(EnforcementFormat.Unbound), school.InSession, force: true);

        plan.Widenings.ShouldAllBe(w => w.Made);
        AddressesOf(Clients(plan)).ShouldContain(p => p.Contains(AddressPrefix.Parse("127.40.0.9")!.Value));
    }

    [Fact]
    public async Task Own_devices_are_free_out_of_session_and_the_next_bell_changes_the_plan()
    {
        using var school = await DnsSchool.OpenAsync();
        var target = school.Target(EnforcementFormat.Unbound);

        var inside = new DnsDriver().Plan(target, school.InSession, force: false);
        var outside = new DnsDriver().Plan(target, school.AfterSchool, force: false);

        Clients(inside).ShouldNotContain("30.127.rpz-client-ip");
        var free = AddressesOf(Clients(outside));
        free.ShouldContain(p => p.Contains(AddressPrefix.Parse(DnsSchool.StaffWifi)!.Value));
        free.ShouldContain(p => p.Contains(AddressPrefix.Parse(DnsSchool.Guest)!.Value));
        free.ShouldNotContain(p => p.Contains(AddressPrefix.Parse("127.30.7.1")!.Value));
        inside.NextChange.ShouldBe(new DateTimeOffset(2026, 11, 24, 10, 40, 0, TimeSpan.Zero));
        outside.NextChange.ShouldBe(new DateTimeOffset(2026, 11, 25, 8, 50, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_grant_for_one_service_opens_that_one_alone()
    {
        using var school = await DnsSchool.OpenAsync();
        await school.GrantAsync("n.obrien", "Facebook", "School");

        var plan = new DnsDriver().Plan(school.Target(EnforcementFormat.Unbound), school.InSession, force: false);

        plan.Openings.ShouldContain(o => o.GrantId == "G-0001" && o.What == "127.20.1.15 (PC #15 %n ünïcödé): Facebook");
        var part = Text(plan.Parts.Single(p => Path.GetFileName(p.Path).StartsWith("part-1-", StringComparison.Ordinal)));
        part.ShouldContain("\nfacebook.com CNAME rpz-passthru.\n");
        part.ShouldContain("\nyoutube.com CNAME .\n");
        Text(plan.Entry).ShouldContain("access-control-tag: 127.20.1.15/32 \"rosewood-1\"");
    }

    [Theory]
    [InlineData(EnforcementFormat.Rpz)]
    [InlineData(EnforcementFormat.Hosts)]
    [InlineData(EnforcementFormat.Dnsmasq)]
    public async Task Formats_without_views_open_nothing_even_with_force_and_name_the_networks_that_lose(EnforcementFormat format)
    {
        using var school = await DnsSchool.OpenAsync();

        var plan = new DnsDriver().Plan(school.Target(format), school.AfterSchool, force: true);

        plan.Openings.ShouldBeEmpty();
        plan.Widenings.ShouldNotBeEmpty();
        plan.Widenings.ShouldAllBe(w => !w.Made && w.WhoElse == "everyone who asks this resolver");
        plan.Notes.ShouldContain(n => n.Contains("127.30.0.0/16 (Staff Wi-Fi)", StringComparison.Ordinal) && n.Contains("127.50.0.0/24 (Guests)", StringComparison.Ordinal));
        plan.NextChange.ShouldBeNull();
    }

    [Fact]
    public async Task A_proxy_stays_open_only_where_something_decides_by_person_there()
    {
        using var school = await DnsSchool.OpenAsync();
        using var without = await DnsSchool.OpenAsync(DnsSchool.Config with { Enforcement = new EnforcementConfig() });

        Clients(new DnsDriver().Plan(school.Target(EnforcementFormat.Unbound), school.InSession, force: false)).ShouldContain("32.250.9.20.127.rpz-client-ip");
        var plan = new DnsDriver().Plan(without.Target(EnforcementFormat.Unbound), without.InSession, force: false);
        Clients(plan).ShouldNotContain("32.250.9.20.127.rpz-client-ip");
        plan.Notes.ShouldContain(n => n.Contains("no enabled Squid or Group target", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_long_or_would_be_read_as_a_trigger_is_left_out_and_said()
    {
        using var school = await DnsSchool.OpenAsync();
        var longest = string.Join('.', Enumerable.Repeat(new string('a', 60), 4))[..240] + ".zz";
        var alone = longest[^233..];
        await AddAsync(school, longest, alone, "_sip._tls.long.example", "1.0.0.127.rpz-ip", "xn--mnchen-3ya.example");

        var plan = new DnsDriver().Plan(school.Target(EnforcementFormat.Rpz), school.InSession, force: false);

        var zone = Text(plan.Entry);
        zone.ShouldNotContain($"\n{longest} ");
        zone.ShouldContain($"\n{alone} CNAME .\n");
        zone.ShouldNotContain($"*.{alone}");
        zone.ShouldNotContain("rpz-ip");
        zone.ShouldContain("\n*._sip._tls.long.example CNAME .\n");
        zone.ShouldContain("\nxn--mnchen-3ya.example CNAME .\n");
        plan.Notes.ShouldContain(n => n.Contains(longest, StringComparison.Ordinal) && n.Contains("1.0.0.127.rpz-ip", StringComparison.Ordinal));
        plan.Notes.ShouldContain(n => n.Contains("without the names under them", StringComparison.Ordinal) && n.Contains(alone, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_that_a_configuration_cant_name_is_refused()
    {
        using var school = await DnsSchool.OpenAsync();

        var fault = Should.Throw<FaultException>(() => new DnsDriver().Plan(school.Target(EnforcementFormat.Unbound) with { Path = "/etc/x\"y" }, school.InSession, force: false)).Fault;

        fault.Id.ShouldBe("TargetPathInvalid");
    }

    [Fact]
    public async Task AdGuard_leaves_out_clients_by_rule_and_makes_no_exception()
    {
        using var school = await DnsSchool.OpenAsync();
        await school.GrantAsync("n.obrien", "Facebook", "School");

        var rules = Text(new DnsDriver().Plan(school.Target(EnforcementFormat.AdGuard), school.InSession, force: false).Entry).Split('\n');

        rules.Single(r => r.StartsWith("||facebook.com^", StringComparison.Ordinal)).ShouldContain("~127.20.1.15/32");
        rules.Single(r => r.StartsWith("||youtube.com^", StringComparison.Ordinal)).ShouldNotContain("~127.20.1.15/32");
        rules.Single(r => r.StartsWith("||youtube.com^", StringComparison.Ordinal)).ShouldContain("~127.40.0.7/32");
        rules.ShouldAllBe(r => !r.StartsWith("@@", StringComparison.Ordinal));
    }

    private static Task<RecordingSink> AddAsync(DnsSchool school, params string[] hosts) =>
        school.Workspace.RunAsync(new AddSocialMediaService { Name = "Long \"#%", Kind = ServiceKind.Other, HostName = hosts, Force = true });

    private static string Clients(TargetPlan plan) => Text(plan.Parts.Single(p => Path.GetFileName(p.Path).StartsWith("open-", StringComparison.Ordinal)));

    private static List<AddressPrefix> AddressesOf(string zone) => [.. zone.Split('\n')
        .Where(l => l.Contains(".rpz-client-ip", StringComparison.Ordinal) && !l.Contains("zz", StringComparison.Ordinal))
        .Select(l => l[..l.IndexOf(".rpz-client-ip", StringComparison.Ordinal)].Split('.'))
        .Where(p => p.Length == 5)
        .Select(p => AddressPrefix.Parse($"{p[4]}.{p[3]}.{p[2]}.{p[1]}/{p[0]}")!.Value)];

    private static string Text(PlannedFile file) => Encoding.UTF8.GetString(file.Content.Span);
}
