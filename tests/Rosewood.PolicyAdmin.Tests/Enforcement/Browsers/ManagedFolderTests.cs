using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

/// <summary>Other files beside ours: Chrome reads them all and the last by name counts, Firefox reads one.</summary>
public sealed class ManagedFolderTests : IDisposable
{
    private const string Rival = """{ "URLBlocklist": ["nothing.example"] }""";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-managed-").FullName;

    private string Managed => Path.Combine(_folder, "policies", "managed");

    [Fact]
    public async Task A_file_that_counts_instead_of_ours_is_drift_and_the_fault_names_it()
    {
        using var workspace = Workspace(Chromium);
        await workspace.RunAsync(new PublishSocialMediaBlock());
        (await StatusAsync(workspace)).State.ShouldBe(BlockState.InStep);

        var rival = Write("rosewood.json.bak", Rival);
        var status = await StatusAsync(workspace);
        status.State.ShouldBe(BlockState.Drifted);
        status.Detail.ShouldContain(d => d.Contains(rival, StringComparison.Ordinal));
        var fault = (await workspace.RunAsync(new PublishSocialMediaBlock())).Faults.ShouldHaveSingleItem();
        fault.Id.ShouldBe("BrowserPolicyOverridden");
        fault.Message.ShouldContain(rival);
        (await workspace.RunAsync(new PublishSocialMediaBlock { Due = true })).Faults.ShouldHaveSingleItem().Id.ShouldBe("BrowserPolicyOverridden");

        File.Delete(rival);
        (await StatusAsync(workspace)).State.ShouldBe(BlockState.InStep);
    }

    [Theory]
    [InlineData("aaa.json", Rival, true)]
    [InlineData("aaa.json", """{ "HomepageLocation": "https://rosewood.example" }""", false)]
    [InlineData("zzz.json", """{ "HomepageLocation": "https://rosewood.example" }""", false)]
    [InlineData("zzz.json", "no policy { \"URLBlocklist\"", false)]
    public async Task Other_files_are_left_alone_and_only_those_that_lose_a_policy_are_told_of(string name, string content, bool told)
    {
        Directory.CreateDirectory(Managed);
        var other = Write(name, content);
        using var workspace = Workspace(Chromium);

        var published = (await workspace.RunAsync(new PublishSocialMediaBlock())).Of<BlockPublication>().ShouldHaveSingleItem();

        published.Notes.Any(n => n.Contains(other, StringComparison.Ordinal)).ShouldBe(told);
        (await File.ReadAllTextAsync(other)).ShouldBe(content);
        Directory.GetFileSystemEntries(Managed).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Targets_of_several_browsers_lie_in_the_feeds_folder_side_by_side()
    {
        using var workspace = Workspace([.. BrowserSchool.Browsers.Select(b => BrowserSchool.Target(b, name: b.ToString()))]);
        for (var i = 0; i < 2; i++)
        {
            var sink = await workspace.RunAsync(new PublishSocialMediaBlock());
            sink.Faults.Select(f => f.Message).ShouldBeEmpty();
            sink.Of<BlockPublication>().Count().ShouldBe(BrowserSchool.Browsers.Length);
        }
    }

    [Theory]
    [InlineData("""{ "policies": { "DisableTelemetry": true } }""", false)]
    [InlineData("""{ "policies": { "WebsiteFilter": { "Block": ["*://*.games.example/*"] } } }""", false)]
    [InlineData("""{ "policies": { "Preferences": { "browser.startup.page": { "Value": 1 } } } }""", false)]
    [InlineData("not JSON, so that Firefox finds nothing in it", true)]
    public async Task Firefoxs_one_file_is_replaced_only_where_it_is_ours_or_holds_nothing(string content, bool replaced)
    {
        Directory.CreateDirectory(Managed);
        var file = Write("policies.json", content);
        using var workspace = Workspace(BrowserSchool.Target(EnforcementFormat.Firefox) with { Path = file });

        var sink = await workspace.RunAsync(new PublishSocialMediaBlock());

        sink.Faults.Select(f => f.Id).ShouldBe(replaced ? [] : ["BrowserPolicyNotOurs"]);
        string.Equals(await File.ReadAllTextAsync(file), content, StringComparison.Ordinal).ShouldBe(!replaced);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private EnforcementTargetConfig Chromium => BrowserSchool.Target(EnforcementFormat.Chromium) with { Path = Path.Combine(Managed, "rosewood.json") };

    private static async Task<BlockStatus> StatusAsync(TempWorkspace workspace) => (await workspace.RunAsync(new GetSocialMediaBlock())).Of<BlockStatus>().ShouldHaveSingleItem();

    private static TempWorkspace Workspace(params EnforcementTargetConfig[] targets) => new(TestConfig.School with { Enforcement = new EnforcementConfig { Targets = targets } });

    private string Write(string name, string content)
    {
        var path = Path.Combine(Managed, name);
        File.WriteAllText(path, content);
        return path;
    }
}
