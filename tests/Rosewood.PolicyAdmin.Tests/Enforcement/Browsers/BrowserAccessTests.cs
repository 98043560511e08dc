using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Browsers;

/// <summary>Whose grants a browser policy opens, on every platform.</summary>
public sealed class BrowserAccessTests : IDisposable
{
    private readonly TempWorkspace _workspace = new();

    public static TheoryData<EnforcementFormat, BrowserPlatform> Forms()
    {
        var data = new TheoryData<EnforcementFormat, BrowserPlatform>();
        foreach (var browser in BrowserSchool.Browsers)
        {
            foreach (var platform in Enum.GetValues<BrowserPlatform>())
            {
                data.Add(browser, platform);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_narrow_grant_opens_its_service_alone_in_the_persons_own_profile(EnforcementFormat format, BrowserPlatform platform)
    {
        await GrantAsync("n.obrien", ["Facebook"]);
        var (plan, policy) = await BrowserSchool.ReadAsync(BrowserSchool.Target(format, platform, people: "n.obrien"), Facts());
        plan.Openings.ShouldHaveSingleItem().What.ShouldBe("Facebook");
        plan.Widenings.ShouldBeEmpty();
        BrowserSchool.Blocks(policy, "www.facebook.com").ShouldBeFalse();
        BrowserSchool.Blocks(policy, "www.instagram.com").ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_wide_grant_blocks_nothing_and_leaves_no_list_behind(EnforcementFormat format, BrowserPlatform platform)
    {
        await GrantAsync("n.obrien", []);
        var (plan, policy) = await BrowserSchool.ReadAsync(BrowserSchool.Target(format, platform, people: "n.obrien"), Facts());
        plan.Openings.ShouldHaveSingleItem().What.ShouldBe("every service");
        BrowserSchool.Hosts(policy, blocked: true).ShouldBeEmpty();
        BrowserSchool.Hosts(policy, blocked: false).ShouldBeEmpty();
        policy.ContainsKey(format == EnforcementFormat.Firefox ? "DNSOverHTTPS" : "QuicAllowed").ShouldBeTrue();
    }

    [Fact]
    public async Task A_grant_that_not_all_have_opens_nothing_for_all()
    {
        await GrantAsync("n.obrien", ["Facebook", "YouTube"]);
        await GrantAsync("n.brown", ["YouTube"]);
        var target = BrowserSchool.Target(EnforcementFormat.Edge, BrowserPlatform.Intune, people: ["n.obrien", "n.brown@rosewood.example"]);

        var (plan, policy) = await BrowserSchool.ReadAsync(target, Facts());
        plan.Openings.Count.ShouldBe(2);
        plan.Widenings.ShouldHaveSingleItem().What.ShouldBe("Facebook");
        BrowserSchool.Blocks(policy, "youtube.com").ShouldBeFalse();
        BrowserSchool.Blocks(policy, "facebook.com").ShouldBeTrue();

        (plan, policy) = await BrowserSchool.ReadAsync(target, Facts(), force: true);
        plan.Widenings.ShouldHaveSingleItem().Made.ShouldBeTrue();
        BrowserSchool.Blocks(policy, "facebook.com").ShouldBeFalse();
        BrowserSchool.Blocks(policy, "instagram.com").ShouldBeTrue();
    }

    [Theory]
    [InlineData("nobody.here", "nobody on the roster")]
    [InlineData("", "nobody on the roster")]
    public async Task Somebody_unknown_among_the_people_keeps_everything_closed(string login, string why)
    {
        await GrantAsync("n.obrien", []);
        var (plan, policy) = await BrowserSchool.ReadAsync(BrowserSchool.Target(EnforcementFormat.Chrome, people: ["n.obrien", login]), Facts());
        plan.Openings.ShouldBeEmpty();
        plan.Notes.ShouldContain(n => n.Contains(why, StringComparison.Ordinal));
        BrowserSchool.Blocks(policy, "facebook.com").ShouldBeTrue();
    }

    [Fact]
    public async Task A_grant_for_other_devices_opens_no_school_browser()
    {
        await GrantAsync("n.obrien", ["Facebook"], "SchoolMobile");
        var (plan, policy) = await BrowserSchool.ReadAsync(BrowserSchool.Target(EnforcementFormat.Chrome, people: "n.obrien"), Facts());
        plan.Openings.ShouldBeEmpty();
        BrowserSchool.Blocks(policy, "facebook.com").ShouldBeTrue();
    }

    [Fact]
    public async Task The_targets_services_narrow_what_is_opened_and_a_wrong_name_is_said()
    {
        await GrantAsync("n.obrien", []);
        var target = BrowserSchool.Target(EnforcementFormat.Chrome, people: "n.obrien") with { Services = ["youtube", "Facebok"] };
        var (plan, policy) = await BrowserSchool.ReadAsync(target, Facts());
        BrowserSchool.Blocks(policy, "youtube.com").ShouldBeFalse();
        BrowserSchool.Blocks(policy, "facebook.com").ShouldBeTrue();
        plan.Notes.ShouldContain(n => n.Contains("'Facebok'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_plan_says_when_it_becomes_another_one()
    {
        var now = _workspace.Clock.Now;
        await GrantAsync("n.obrien", ["Facebook"], from: "2026-11-24T10:00:00Z");
        var target = BrowserSchool.Target(EnforcementFormat.Chrome, people: "n.obrien");

        await ExpectAsync(now, blocked: true, next: now.AddHours(1));
        await ExpectAsync(now.AddHours(1), blocked: false, next: now.AddHours(3));
        await ExpectAsync(now.AddHours(3).AddTicks(-1), blocked: false, next: now.AddHours(3));
        await ExpectAsync(now.AddHours(3), blocked: true, next: null);
        (await BrowserSchool.ReadAsync(BrowserSchool.Target(EnforcementFormat.Chrome), Facts())).Plan.NextChange.ShouldBeNull();
        (await BrowserSchool.ReadAsync(BrowserSchool.Target(EnforcementFormat.Chrome), Facts(), force: true)).Plan.NextChange.ShouldBe(now.AddHours(1));

        async Task ExpectAsync(DateTimeOffset at, bool blocked, DateTimeOffset? next)
        {
            var (plan, policy) = await BrowserSchool.ReadAsync(target, Facts() with { At = at.ToUniversalTime() });
            BrowserSchool.Blocks(policy, "facebook.com").ShouldBe(blocked, at.ToString("O"));
            plan.NextChange.ShouldBe(next);
        }
    }

    public void Dispose() => _workspace.Dispose();

    private EnforcementFacts Facts() => EnforcementFacts.Load(_workspace.Context("x"));

    private async Task GrantAsync(string user, string[] services, string device = "School", string? from = null)
    {
        await _workspace.RunAsync(new ImportPolicyPerson { Path = _workspace.Write("staff.csv", DemoStaff.People) });
        await _workspace.RunAsync(new GrantSocialMediaAccess
        {
            User = [user],
            Service = services,
            Device = [device],
            AuthorisedBy = "head",
            Reason = "A lesson",
            From = from is null ? null : new(from),
            For = new("2h"),
        });
    }
}
