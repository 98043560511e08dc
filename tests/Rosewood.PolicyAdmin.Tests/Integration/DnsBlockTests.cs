using Rosewood.PolicyAdmin.Enforcement.Dns;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Tests.Enforcement.Dns;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's resolvers under the planned files, asked from each network.</summary>
public sealed class DnsBlockTests
{
    private const string Open = "192.0.2.1";
    private const string No = "NXDOMAIN";

    [Theory]
    [InlineData(EnforcementFormat.Unbound)]
    [InlineData(EnforcementFormat.Bind)]
    public async Task Each_network_gets_what_the_decision_gives_it_and_a_reload_changes_it(EnforcementFormat format)
    {
        using var school = await DnsSchool.OpenAsync();
        await school.GrantAsync("n.obrien", "Facebook", "School");
        var target = school.Target(format);
        var plan = new DnsDriver().Plan(target, school.InSession, force: false);
        DnsSchool.Write(plan);
        await WriteOwnZonesAsync(target.Path!);
        await using var resolver = format == EnforcementFormat.Bind ? await Resolver.BindAsync(plan.Entry.Path) : await Resolver.UnboundAsync(plan.Entry.Path);

        foreach (var blocked in new[] { DnsSchool.School, DnsSchool.StaffWifi, DnsSchool.Mobile, DnsSchool.Guest, DnsSchool.Elsewhere, DnsSchool.SharedMobile })
        {
            await resolver.LoadedAsync(blocked, No);
            (await resolver.AskAsync(blocked, "facebook.com")).ShouldBe(No, blocked);
            (await resolver.AskAsync(blocked, "www.facebook.com", DnsMessage.TypeAaaa)).ShouldBe(No, blocked);
            (await resolver.AskAsync(blocked, "use-application-dns.net")).ShouldBe(No, blocked);
            (await resolver.AskAsync(blocked, "mask.icloud.com")).ShouldBe(No, blocked);
            (await resolver.AskAsync(blocked, "mozilla.cloudflare-dns.com")).ShouldBe(No, blocked);
            (await resolver.AskAsync(blocked, "_dns.resolver.arpa", type: 64)).ShouldBe("NODATA", blocked);
            (await resolver.AskAsync(blocked, "notfacebook.com")).ShouldBe(Open, blocked);
            (await resolver.AskAsync(blocked, "facebook.com.evil.example")).ShouldBe(Open, blocked);
            (await resolver.AskAsync(blocked, "teams.microsoft.com")).ShouldBe(Open, blocked);
        }

        foreach (var free in new[] { DnsSchool.DeputysMobile, DnsSchool.Proxy })
        {
            (await resolver.AskAsync(free, "facebook.com")).ShouldBe(Open, free);
            (await resolver.AskAsync(free, "dns.google")).ShouldBe(Open, free);
        }

        await resolver.UntilAsync(DnsSchool.TeachersPc, "www.youtube.com", No);
        (await resolver.AskAsync(DnsSchool.TeachersPc, "www.facebook.com")).ShouldBe(Open);
        (await resolver.AskAsync(DnsSchool.TeachersPc, "www.youtube.com")).ShouldBe(No);
        (await resolver.AskAsync(DnsSchool.TeachersPc, "ordinary.example")).ShouldBe(Open);
        (await resolver.AskAsync(DnsSchool.TeachersPc, "dns.google")).ShouldBe(No);

        if (format == EnforcementFormat.Bind)
        {
            (await resolver.AskAsync(DnsSchool.School, "www.own.example")).ShouldBe("192.0.2.77");
            (await resolver.AskAsync(DnsSchool.TeachersPc, "www.own.example")).ShouldBe("192.0.2.77");
        }

        // After an opened client has asked, its answer lies in the cache; that opens nothing to others.
        (await resolver.AskAsync(DnsSchool.School, "facebook.com")).ShouldBe(No);

        DnsSchool.Write(new DnsDriver().Plan(target, school.AfterSchool, force: false));
        await resolver.ReloadAsync();
        await resolver.UntilAsync(DnsSchool.StaffWifi, "facebook.com", Open);
        await resolver.UntilAsync(DnsSchool.Guest, "use-application-dns.net", Open);
        (await resolver.AskAsync("127.30.7.9", "facebook.com")).ShouldBe(No);
        (await resolver.AskAsync(DnsSchool.School, "facebook.com")).ShouldBe(No);
    }

    [Theory]
    [InlineData(EnforcementFormat.Unbound)]
    [InlineData(EnforcementFormat.Bind)]
    public async Task What_lies_under_a_blocked_host_is_as_the_catalogue_has_it_at_every_depth(EnforcementFormat format)
    {
        using var school = await DnsSchool.OpenAsync(DnsSchool.Config with { School = DnsSchool.Config.School with { OwnHosts = ["a.b.facebook.com"] } });
        var target = school.Target(format) with { BlockAddress = "10.9.9.9" };
        var plan = new DnsDriver().Plan(target, school.InSession, force: false);
        DnsSchool.Write(plan);
        await File.WriteAllTextAsync(Path.Combine(target.Path!, BindFiles.OwnZones), "");
        await using var resolver = format == EnforcementFormat.Bind ? await Resolver.BindAsync(plan.Entry.Path) : await Resolver.UnboundAsync(plan.Entry.Path);

        await resolver.LoadedAsync(DnsSchool.School, "10.9.9.9");
        foreach (var open in new[] { "a.b.facebook.com", "x.a.b.facebook.com" })
        {
            (await resolver.AskAsync(DnsSchool.School, open)).ShouldBe(Open, open);
        }

        foreach (var blocked in new[] { "facebook.com", "b.facebook.com", "c.b.facebook.com", "d.c.b.facebook.com", "x.facebook.com" })
        {
            (await resolver.AskAsync(DnsSchool.School, blocked)).ShouldBe("10.9.9.9", blocked);
            (await resolver.AskAsync(DnsSchool.School, blocked, DnsMessage.TypeAaaa)).ShouldBe("NODATA", blocked);
        }

        (await resolver.AskAsync(DnsSchool.School, "use-application-dns.net")).ShouldBe(No);
    }

    [Fact]
    public async Task Dnsmasq_blocks_by_suffix_and_reads_a_changed_list_when_told()
    {
        using var school = await DnsSchool.OpenAsync(DnsSchool.Config with { School = DnsSchool.Config.School with { OwnHosts = ["a.b.facebook.com"] } });
        var target = school.Target(EnforcementFormat.Dnsmasq);
        DnsSchool.Write(new DnsDriver().Plan(target, school.InSession, force: false));
        await using var resolver = await Resolver.DnsmasqAsync(target.Path!);

        (await resolver.AskAsync(DnsSchool.School, "www.facebook.com")).ShouldBe(No);
        (await resolver.AskAsync(DnsSchool.School, "c.b.facebook.com")).ShouldBe(No);
        (await resolver.AskAsync(DnsSchool.School, "x.a.b.facebook.com")).ShouldBe(Open);
        (await resolver.AskAsync(DnsSchool.School, "notfacebook.com")).ShouldBe(Open);

        await File.WriteAllTextAsync(target.Path!, "server=/ordinary.example/\n");
        await resolver.ReloadAsync();
        await resolver.UntilAsync(DnsSchool.School, "facebook.com", Open);
        (await resolver.AskAsync(DnsSchool.School, "ordinary.example")).ShouldBe(No);
    }

    [Fact]
    public async Task Probes_find_what_the_decision_expects_of_this_machine()
    {
        using var school = await DnsSchool.OpenAsync();
        var target = school.Target(EnforcementFormat.Unbound);
        var facts = school.InSession;
        var plan = new DnsDriver().Plan(target, facts, force: false);
        DnsSchool.Write(plan);
        await using var resolver = await Resolver.UnboundAsync(plan.Entry.Path);
        target = target with { ProbeAddress = $"127.0.0.1:{resolver.Port}" };

        var probes = new DnsDriver().Probes(target, facts, new ProbeScope());

        probes.Count.ShouldBe(4);
        foreach (var probe in probes)
        {
            var finding = await new DnsDriver().ProbeAsync(target, probe, CancellationToken.None);
            finding.Allowed.ShouldBe(probe.ExpectAllowed, probe.Host);
            finding.Result.ShouldBe(probe.ExpectAllowed ? Open : No);
        }
    }

    [Fact]
    public async Task A_resolver_that_is_not_there_is_nothing_found_out()
    {
        using var school = await DnsSchool.OpenAsync();
        var target = school.Target(EnforcementFormat.Unbound) with { ProbeAddress = "127.0.0.1:9" };

        (await new DnsDriver().ProbeAsync(target, new Probe("facebook.com", "Facebook", ExpectAllowed: false, "x"), CancellationToken.None)).Allowed.ShouldBeNull();
        var scope = new ProbeScope();
        new DnsDriver().Probes(target with { ProbeAddress = null }, school.InSession, scope).ShouldBeEmpty();
        scope.WhyNot.ShouldNotBeNull();
    }

    /// <summary>A zone that BIND itself writes, which can be in one view only, and is lent to the others.</summary>
    private static async Task WriteOwnZonesAsync(string folder)
    {
        var zone = Path.Combine(folder, "own.zone");
        await File.WriteAllTextAsync(zone, "$TTL 300\n@ SOA localhost. nobody.invalid. 1 3600 600 86400 60\n@ NS localhost.\nwww A 192.0.2.77\n");
        await File.WriteAllTextAsync(Path.Combine(folder, BindFiles.OwnZones), $"zone \"own.example\" {{ type primary; file \"{zone}\"; allow-update {{ 127.0.0.1; }}; }};\n");
        await File.WriteAllTextAsync(Path.Combine(folder, BindFiles.OwnZonesAgain), "zone \"own.example\" { in-view \"rosewood\"; };\n");
    }
}
