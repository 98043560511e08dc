using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement;

/// <summary>Browser policy and firewall lists: every form is written, passes its own strict reading, and is the same for the same facts.</summary>
public sealed class FileTargetTests
{
    private const string Odd = "Zoë's \"list\" #1 100% <x> & co";

    public static TheoryData<EnforcementTargetKind, EnforcementFormat, BrowserPlatform> Forms()
    {
        var data = new TheoryData<EnforcementTargetKind, EnforcementFormat, BrowserPlatform>();
        foreach (var format in new[] { EnforcementFormat.Chrome, EnforcementFormat.Chromium, EnforcementFormat.Edge, EnforcementFormat.Firefox })
        {
            foreach (var platform in Enum.GetValues<BrowserPlatform>())
            {
                data.Add(EnforcementTargetKind.Browser, format, platform);
            }
        }

        foreach (var format in new[]
        {
            EnforcementFormat.DomainList, EnforcementFormat.UrlList, EnforcementFormat.FortiGate, EnforcementFormat.PaloAlto,
            EnforcementFormat.PfBlockerNG, EnforcementFormat.Sophos, EnforcementFormat.Hosts, EnforcementFormat.AdBlock,
        })
        {
            data.Add(EnforcementTargetKind.Feed, format, BrowserPlatform.Linux);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_is_written_read_back_and_stable_or_refused_by_a_fault(EnforcementTargetKind kind, EnforcementFormat format, BrowserPlatform platform)
    {
        using var workspace = new TempWorkspace();
        var facts = EnforcementFacts.Load(workspace.Context("Publish-SocialMediaBlock"));
        var target = new EnforcementTargetConfig(Odd, kind) { Format = format, Platform = platform };
        var driver = EnforcementDrivers.For(kind);
        TargetPlan plan;
        try
        {
            plan = driver.Plan(target, facts, force: false);
        }
        catch (FaultException e)
        {
            platform.ShouldBe(BrowserPlatform.Intune);
            e.Fault.Message.ShouldNotBeNullOrEmpty();
            return;
        }

        var staged = TargetFiles.Stage(workspace.Write("entry", ""), plan.Entry.Content.Span, readerGroup: null);
        await Should.NotThrowAsync(() => driver.CheckAsync(target, plan, staged, CancellationToken.None));
        driver.Plan(target, facts, force: false).Entry.Content.Span.SequenceEqual(plan.Entry.Content.Span).ShouldBeTrue();
        Path.GetFullPath(plan.Entry.Path).ShouldStartWith(Path.GetFullPath(workspace.Workspace.Paths.Feeds));

        var text = (platform == BrowserPlatform.Windows ? Encoding.Unicode : Encoding.UTF8).GetString(plan.Entry.Content.Span);
        text.ShouldContain("facebook.com");
        text.ShouldContain("instagram.com");
        text.ShouldNotContain("fonts.googleapis.com");
        text.ShouldNotContain("outlook.office365.com");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_damaged_file_does_not_pass_the_check(EnforcementTargetKind kind, EnforcementFormat format, BrowserPlatform platform)
    {
        using var workspace = new TempWorkspace();
        var facts = EnforcementFacts.Load(workspace.Context("Publish-SocialMediaBlock"));
        var target = new EnforcementTargetConfig("target", kind) { Format = format, Platform = platform };
        var driver = EnforcementDrivers.For(kind);
        TargetPlan plan;
        try
        {
            plan = driver.Plan(target, facts, force: false);
        }
        catch (FaultException)
        {
            platform.ShouldBe(BrowserPlatform.Intune);
            return;
        }

        byte[] damage = platform == BrowserPlatform.Windows ? Encoding.Unicode.GetBytes("\"bad host!! {") : "bad host!! {\n"u8.ToArray();
        var staged = workspace.Write("entry", "");
        await File.WriteAllBytesAsync(staged, [.. plan.Entry.Content.Span, .. damage]);
        (await Should.ThrowAsync<FaultException>(() => driver.CheckAsync(target, plan, staged, CancellationToken.None))).Fault.Id.ShouldBe("TargetCheckFailed");
    }
}
