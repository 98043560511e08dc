using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Dns;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Dns;

/// <summary>Checks with the resolvers' own checkers: the staged entry stands where the configuration includes the old one.</summary>
public sealed class DnsCheckTests
{
    private const string Modules = "respip validator iterator";

    [Fact]
    public async Task The_staged_file_is_checked_inside_the_schools_configuration()
    {
        using var school = await DnsSchool.OpenAsync();
        var (target, plan, staged) = Unbound(school, Modules);

        (await new DnsDriver().CheckAsync(target, plan, staged, CancellationToken.None)).ShouldBeNull();

        // A wrong line in the staged file is found although only the old one is included by name.
        File.AppendAllText(staged, "server:\n    no-such-option: yes\n");
        (await FaultOfAsync(target, plan, staged)).Message.ShouldContain("no-such-option");
    }

    [Fact]
    public async Task Unbound_without_the_module_that_blocks_is_refused()
    {
        using var school = await DnsSchool.OpenAsync();
        var (target, plan, staged) = Unbound(school, "validator iterator");

        (await FaultOfAsync(target, plan, staged)).Message.ShouldContain("module-config: \"respip validator iterator\"");
    }

    [Fact]
    public async Task A_configuration_that_does_not_include_the_file_is_said()
    {
        using var school = await DnsSchool.OpenAsync();
        var (target, plan, staged) = Unbound(school, Modules);
        File.WriteAllText(target.ConfigFile!, "server:\n    chroot: \"\"\n");

        (await new DnsDriver().CheckAsync(target, plan, staged, CancellationToken.None)).ShouldNotBeNull().ShouldContain("does not include");
    }

    [Fact]
    public async Task A_zone_that_unbound_cant_read_is_refused()
    {
        using var school = await DnsSchool.OpenAsync();
        var (target, plan, staged) = Unbound(school, Modules);
        File.AppendAllText(plan.Parts.Single(p => p.Path.Contains("block-", StringComparison.Ordinal)).Path, "broken line here\n");

        (await FaultOfAsync(target, plan, staged)).Id.ShouldBe("TargetCheckFailed");
    }

    [Fact]
    public async Task Bind_is_checked_with_its_configuration_and_zones()
    {
        using var school = await DnsSchool.OpenAsync();
        var target = school.Target(EnforcementFormat.Bind);
        var plan = new DnsDriver().Plan(target, school.InSession, force: false);
        var staged = Stage(plan);
        var config = school.Workspace.Write("named.conf", $"options {{ directory \"/\"; }};\n// include \"x\";\ninclude \"{plan.Entry.Path}\";\n");
        target = target with { ConfigFile = config };

        (await FaultOfAsync(target, plan, staged)).Message.ShouldContain("file not found");
        File.WriteAllText(Path.Combine(target.Path!, BindFiles.OwnZones), "");
        (await new DnsDriver().CheckAsync(target, plan, staged, CancellationToken.None)).ShouldBeNull();
        File.AppendAllText(staged, "view \"x\" { nonsense; };\n");
        (await FaultOfAsync(target, plan, staged)).Message.ShouldContain("nonsense");
    }

    [Theory]
    [InlineData(EnforcementFormat.Hosts, "0.0.0.0 a.example extra")]
    [InlineData(EnforcementFormat.Hosts, "nonsense a.example")]
    [InlineData(EnforcementFormat.Hosts, "0.0.0.0 A.example")]
    [InlineData(EnforcementFormat.Dnsmasq, "server=/a b.example/")]
    [InlineData(EnforcementFormat.Dnsmasq, "conf-file=/etc/passwd")]
    [InlineData(EnforcementFormat.AdGuard, "@@||a.example^")]
    [InlineData(EnforcementFormat.AdGuard, "||a.example^$client=10.0.0.1,dnsrewrite=NXDOMAIN;;")]
    public void A_line_that_is_not_ours_is_found(EnforcementFormat format, string line) =>
        ListSyntax.FindWrong(format, $"\n{line}\n").ShouldBe($"line 2 is not sound: {line}");

    private static (EnforcementTargetConfig Target, TargetPlan Plan, string Staged) Unbound(DnsSchool school, string modules)
    {
        var target = school.Target(EnforcementFormat.Unbound);
        var plan = new DnsDriver().Plan(target, school.InSession, force: false);
        var staged = Stage(plan);
        var folder = Directory.CreateDirectory(Path.Combine(school.Workspace.Folder, "conf.d")).FullName;
        File.WriteAllText(Path.Combine(folder, "rosewood.conf"), $"# include: \"/nowhere\"\ninclude-toplevel: \"{plan.Entry.Path}\"\n");
        File.WriteAllText(Path.Combine(folder, "other.conf"), "server:\n    verbosity: 0\n");
        var config = school.Workspace.Write("unbound.conf", $"server:\n    chroot: \"\"\n    username: \"\"\n    directory: \"{school.Workspace.Folder}\"\n    module-config: \"{modules}\"\ninclude-toplevel: \"{folder}/*.conf\"\n");
        return (target with { ConfigFile = config }, plan, staged);
    }

    private static string Stage(TargetPlan plan)
    {
        DnsSchool.Write(plan);
        var staged = $"{plan.Entry.Path}.abc.tmp";
        File.Move(plan.Entry.Path, staged);
        File.WriteAllText(plan.Entry.Path, "# the old one\n", Encoding.UTF8);
        return staged;
    }

    private static async Task<Fault> FaultOfAsync(EnforcementTargetConfig target, TargetPlan plan, string staged) =>
        (await Should.ThrowAsync<FaultException>(() => new DnsDriver().CheckAsync(target, plan, staged, CancellationToken.None))).Fault;
}
