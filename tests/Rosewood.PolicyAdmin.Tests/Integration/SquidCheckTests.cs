using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Squid;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>What Debian's Squid says when it reads the planned files inside a school's squid.conf, and what is made of it.</summary>
public sealed class SquidCheckTests : IDisposable
{
    private const string Log = "access_log daemon:/var/log/squid/access.log squid";
    private readonly TempWorkspace _workspace = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-squid-").FullName;

    private string Config => Path.Combine(_folder, "squid.conf");

    private EnforcementTargetConfig Target => new("proxy", EnforcementTargetKind.Squid) { Path = Path.Combine(_folder, "rosewood"), ConfigFile = Config, HelperProgram = "/usr/bin/rosewood" };

    [Fact]
    public async Task A_plain_configuration_has_nothing_to_say() => (await CheckAsync("", "")).ShouldBeNull();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(260, 0)]
    [InlineData(0, 260)]
    [InlineData(3000, 3000)]
    public async Task A_rule_that_lets_through_before_the_block_is_seen_however_much_stands_around_it(int before, int behind)
    {
        var note = await CheckAsync($"http_access allow staff\n{Acls("before", before)}", Acls("behind", behind));
        note.ShouldNotBeNull().ShouldContain("'http_access allow staff' before the block");
        (await CheckAsync(Acls("before", before), Acls("behind", behind))).ShouldBeNull();
    }

    [Theory]
    [InlineData("dns_v4_first on", "Directive 'dns_v4_first' is obsolete.")]
    [InlineData("deny_info MY_ERROR_PAGE staff", null)]
    [InlineData("deny_info FATAL:ERROR:_PAGE staff", null)]
    public async Task What_Squid_says_of_the_schools_own_lines_and_lives_with_is_a_note(string line, string? said)
    {
        var note = await CheckAsync(line, "");
        if (said is null)
        {
            note.ShouldBeNull();
        }
        else
        {
            note.ShouldNotBeNull().ShouldContain(said);
        }
    }

    [Fact]
    public async Task What_Squid_says_of_the_planned_files_refuses_them_though_it_lives_with_it()
    {
        var fault = (await Should.ThrowAsync<FaultException>(() => CheckAsync("", "", lostPart: "social-"))).Fault;
        fault.Id.ShouldBe("TargetCheckFailed");
        fault.Message.ShouldContain("Can not open file");
    }

    [Fact]
    public async Task What_Squid_does_not_live_with_refuses_them() =>
        (await Should.ThrowAsync<FaultException>(() => CheckAsync("http_access deny no_such_acl", ""))).Fault.Message.ShouldContain("no_such_acl");

    [Theory]
    [InlineData(null, Log, false)]
    [InlineData(null, "", false)]
    [InlineData("/var/log/squid/rosewood.log", Log, false)]
    [InlineData("/var/log/squid/rosewood.log", "access_log none", false)]
    [InlineData("/var/log/squid/rosewood.log", "", true)]
    public async Task A_second_log_that_would_end_the_default_one_is_told(string? logPath, string log, bool isTold)
    {
        var note = await CheckAsync("", "", Target with { LogPath = logPath }, log: log);
        (note?.Contains(Log, StringComparison.Ordinal) ?? false).ShouldBe(isTold);
    }

    [Theory]
    [InlineData("cache_peer 127.0.0.1 parent 3190 0 no-query name=school", "", true, "cache_peer_access school deny rosewood_relayed rosewood_tunnel")]
    [InlineData("cache_peer p.example parent 3190 0 no-query", "", true, "cache_peer_access p.example deny rosewood_relayed rosewood_tunnel")]
    [InlineData("cache_peer p.example parent 3190 0 no-query", "cache_peer_access p.example allow all\ncache_peer_access p.example deny rosewood_relayed rosewood_tunnel", true, "cache_peer_access p.example deny")]
    [InlineData("cache_peer p.example parent 3190 0 no-query", "cache_peer_access p.example deny rosewood_relayed rosewood_tunnel\ncache_peer_access p.example allow all", true, null)]
    [InlineData("cache_peer p.example parent 3190 0 no-query", "", false, null)]
    public async Task Another_parent_is_told_until_it_is_kept_from_the_relays_tunnels(string before, string behind, bool cutTunnels, string? said)
    {
        var note = await CheckAsync(before, behind, Target with { CutTunnels = cutTunnels });
        if (said is null)
        {
            note.ShouldBeNull();
        }
        else
        {
            note.ShouldNotBeNull().ShouldContain(said);
        }
    }

    public void Dispose()
    {
        _workspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Acls(string name, int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"acl {name} dstdomain host-{i}.a-rather-long-name-of-an-ordinary-site.example\n"));

    private async Task<string?> CheckAsync(string before, string behind, EnforcementTargetConfig? target = null, string log = Log, string? lostPart = null)
    {
        SquidProxy.IsInstalled.ShouldBeTrue("scripts/test.sh installs Debian's squid");
        target ??= Target;
        var plan = new SquidDriver().Plan(target, EnforcementFacts.Load(_workspace.Context("Publish-SocialMediaBlock")), force: false);
        Directory.CreateDirectory(plan.PartsFolder!);
        foreach (var part in plan.Parts)
        {
            await File.WriteAllBytesAsync(part.Path, part.Content.ToArray());
        }

        foreach (var lost in lostPart is null ? [] : Directory.GetFiles(plan.PartsFolder!, lostPart + "*"))
        {
            File.Delete(lost);
        }

        var staged = plan.Entry.Path + ".staged";
        await File.WriteAllBytesAsync(staged, plan.Entry.Content.ToArray());
        await File.WriteAllTextAsync(Config, $"""
            http_port 127.0.0.1:3128
            {log}
            auth_param basic program /bin/false
            acl staff proxy_auth REQUIRED
            {before}
            include {plan.Entry.Path}
            {behind}
            http_access deny all

            """);
        return await new SquidDriver().CheckAsync(target, plan, staged, CancellationToken.None);
    }
}
