using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Chromium under the policy that the command writes.</summary>
public sealed class ChromiumPolicyTests : IDisposable
{
    private const string Blocked = ManagedChromium.Blocked;
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-managed-").FullName;

    private string Managed => Path.Combine(_folder, "etc", "policies", "managed");

    private string Policy => Path.Combine(Managed, "rosewood.json");

    [Fact]
    public async Task Blocked_services_show_the_administrators_block_and_everything_else_loads()
    {
        using var workspace = Workspace();
        await PublishAsync(workspace);

        // What a killed publication leaves behind is in a folder that the browser does not read.
        Directory.CreateDirectory(Path.Combine(Managed, ".staged"));
        await File.WriteAllTextAsync(Path.Combine(Managed, ".staged", "zz.json"), """{ "URLBlocklist": [], "URLAllowlist": ["facebook.com"] }""");
        await using var chromium = await ManagedChromium.StartAsync(Managed);

        string[] blocked = ["facebook.com", "www.facebook.com", "m.facebook.com", "www.instagram.com", "x.com", "b.facebook.com", "c.b.facebook.com", "youtube.com"];
        foreach (var host in blocked)
        {
            (await chromium.OpenAsync(host)).ShouldBe(Blocked, host);
            (await chromium.OpenAsync($"http://{host}:8080/a?b=c#d")).ShouldBe(Blocked, host);
        }

        foreach (var open in new[] { "rosewood.example", "notfacebook.com", "facebook.com.evil.example", "ax.com", "x.com.example", "teams.microsoft.com", "a.b.facebook.com", "d.a.b.facebook.com" })
        {
            (await chromium.OpenAsync(open)).ShouldBe(open);
        }

        (await chromium.BlockPageAsync("facebook.com")).ShouldContain("organization");
        (await chromium.FramesAsync("rosewood.example", "facebook.com", "notfacebook.com")).ShouldBe([null, "notfacebook.com"]);
        chromium.Asked.Intersect(blocked, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_other_sites_pages_ask_of_a_blocked_service_is_not_blocked_and_the_publication_says_so()
    {
        using var workspace = Workspace();
        var published = await PublishAsync(workspace);
        await using var chromium = await ManagedChromium.StartAsync(Managed);

        await chromium.FetchAsync("www.facebook.com", from: "rosewood.example");

        chromium.Asked.ShouldContain(h => h == "www.facebook.com");
        published.Notes.ShouldContain(n => n.Contains("not pictures, scripts and calls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chromium_finds_nothing_wrong_with_any_policy_and_takes_each_entry()
    {
        using var workspace = Workspace();
        await PublishAsync(workspace);
        var written = JsonNode.Parse(await File.ReadAllBytesAsync(Policy))!.AsObject();
        await using var chromium = await ManagedChromium.StartAsync(Managed);

        var rows = await chromium.PoliciesAsync();

        rows.Select(r => r.Name).Order(StringComparer.Ordinal).ShouldBe(["DnsOverHttpsMode", "QuicAllowed", "URLAllowlist", "URLBlocklist"]);
        rows.ShouldAllBe(r => r.Status == "OK" && r.Level == "Mandatory");
        foreach (var row in rows)
        {
            var value = row.Name is "DnsOverHttpsMode" ? JsonSerializer.Serialize(row.Value) : row.Value;
            JsonNode.DeepEquals(JsonNode.Parse(value), written[row.Name]).ShouldBeTrue(row.Name);
        }
    }

    [Fact]
    public async Task A_persons_own_profile_opens_what_is_granted_until_it_ends_also_in_a_browser_that_runs()
    {
        using var workspace = Workspace(people: ["n.obrien"]);
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", DemoStaff.People) });
        await PublishAsync(workspace);
        await using var chromium = await ManagedChromium.StartAsync(Managed);
        (await chromium.OpenAsync("www.facebook.com")).ShouldBe(Blocked);

        await GrantAsync(workspace, "n.brown");
        await PublishAsync(workspace, PublicationOutcome.Unchanged);
        await GrantAsync(workspace, "n.obrien");
        var published = await PublishAsync(workspace);
        await chromium.ReloadAsync("www.facebook.com", "www.facebook.com");
        (await chromium.OpenAsync("m.facebook.com")).ShouldBe("m.facebook.com");
        (await chromium.OpenAsync("www.instagram.com")).ShouldBe(Blocked);
        (await chromium.OpenAsync("x.com")).ShouldBe(Blocked);

        workspace.Clock.Now = published.NextRun.ShouldNotBeNull();
        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Of<BlockPublication>().ShouldHaveSingleItem();
        await chromium.ReloadAsync("www.facebook.com", Blocked);
    }

    [Fact]
    public async Task A_machines_browser_opens_a_persons_grant_only_by_force()
    {
        using var workspace = Workspace();
        await workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("staff.csv", DemoStaff.People) });
        await GrantAsync(workspace, "n.obrien");
        (await workspace.RunAsync(new PublishSocialMediaBlock())).Warnings.ShouldContain(w => w.StartsWith("Left out on ", StringComparison.Ordinal));
        await using (var chromium = await ManagedChromium.StartAsync(Managed))
        {
            (await chromium.OpenAsync("facebook.com")).ShouldBe(Blocked);
        }

        await workspace.RunAsync(new PublishSocialMediaBlock { Force = true });
        await using (var chromium = await ManagedChromium.StartAsync(Managed))
        {
            (await chromium.OpenAsync("facebook.com")).ShouldBe("facebook.com");
            (await chromium.OpenAsync("instagram.com")).ShouldBe(Blocked);
        }
    }

    [Fact]
    public async Task The_program_proves_its_policy_in_the_browser_and_sees_when_another_file_undoes_it()
    {
        Directory.CreateDirectory(Managed);
        var workspace = Path.Combine(_folder, "workspace");
        (await RosewoodAsync(workspace, "Initialize-PolicyWorkspace", "-Path", workspace, "-SchoolName", "Rosewood")).ExitCode.ShouldBe(0);
        var config = Path.Combine(workspace, "policy.json");
        var target = $$"""{ "name": "pupils' \"PCs\" #1 100% ü", "kind": "Browser", "format": "Chromium", "path": "{{MountedFolder.Place}}/rosewood.json" }""";
        await File.WriteAllTextAsync(config, $$"""{ "enforcement": { "targets": [{{target}}] },{{(await File.ReadAllTextAsync(config)).TrimStart()[1..]}}""");

        var (_, published, errors) = await RosewoodAsync(workspace, "Publish-SocialMediaBlock", "-As", "Json");
        published.ShouldContain("\"Proved\"", Case.Sensitive, errors);
        Directory.GetFileSystemEntries(Managed).ShouldBe([Policy]);

        await File.WriteAllTextAsync(Path.Combine(Managed, "zz.json"), """{ "URLBlocklist": ["nothing.example"] }""");
        var tests = (await RosewoodAsync(workspace, "Test-SocialMediaBlock", "-Service", "Instagram", "-As", "Json")).Output;
        tests.ShouldContain("instagram.com");
        tests.ShouldContain("\"Failed\"");
        var (code, _, fault) = await RosewoodAsync(workspace, "Publish-SocialMediaBlock", "-As", "Json");
        code.ShouldNotBe(0);
        fault.ShouldContain("BrowserPolicyOverridden");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<RecordingSink> GrantAsync(TempWorkspace workspace, string user) => workspace.RunAsync(new GrantSocialMediaAccess
    {
        User = [user],
        Service = ["Facebook"],
        Device = ["School"],
        AuthorisedBy = "head",
        Reason = "A lesson",
        For = new("2h"),
    });

    private async Task<(int ExitCode, string Output, string Errors)> RosewoodAsync(string workspace, params string[] arguments)
    {
        var words = MountedFolder.Of(Managed, [Repository.Rosewood, .. arguments]);
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["ROSEWOOD_WORKSPACE"] = workspace;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    private static async Task<BlockPublication> PublishAsync(TempWorkspace workspace, PublicationOutcome outcome = PublicationOutcome.Written)
    {
        var sink = await workspace.RunAsync(new PublishSocialMediaBlock());
        sink.Faults.Select(f => f.Message).ShouldBeEmpty();
        var published = sink.Of<BlockPublication>().ShouldHaveSingleItem();
        published.Outcome.ShouldBe(outcome);
        return published;
    }

    private TempWorkspace Workspace(IReadOnlyList<string>? people = null) => new(TestConfig.School with
    {
        School = TestConfig.School.School with { OwnHosts = [.. TestConfig.School.School.OwnHosts, "a.b.facebook.com"] },
        Enforcement = new EnforcementConfig
        {
            Targets = [new EnforcementTargetConfig("browsers", EnforcementTargetKind.Browser) { Format = EnforcementFormat.Chromium, Path = Policy, People = people ?? [] }],
        },
    });
}
