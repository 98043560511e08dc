using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Access;

/// <summary>The rules of the one decision, each with its boundary. The clock stands at Tuesday, 24 November 2026, 09:00, in session.</summary>
public sealed class AccessStateTests
{
    [Theory]
    [InlineData("www.bbc.co.uk", Verdict.NotInScope, ReasonCode.NotSocialMedia)]
    [InlineData("notfacebook.com", Verdict.NotInScope, ReasonCode.NotSocialMedia)]
    [InlineData("facebook.com.evil.test", Verdict.NotInScope, ReasonCode.NotSocialMedia)]
    [InlineData("teams.microsoft.com", Verdict.NotInScope, ReasonCode.SchoolService)]
    [InlineData("mail.rosewood.example", Verdict.NotInScope, ReasonCode.SchoolService)]
    [InlineData("connect.facebook.net", Verdict.Embedded, ReasonCode.HostNotBlocked)]
    public async Task What_is_out_of_scope_or_no_persons_use_is_open_to_everybody(string host, Verdict verdict, ReasonCode reason)
    {
        var decision = await DecideAsync("n.obrien", host, DeviceClass.School);

        decision.Allowed.ShouldBeTrue();
        (decision.Verdict, decision.Reason).ShouldBe((verdict, reason));
    }

    [Theory]
    [InlineData(null, ReasonCode.NoUser)]
    [InlineData("p.2041", ReasonCode.UserNotOnRoster)]
    [InlineData("n.obrien", ReasonCode.NoGrant)]
    [InlineData("d.puty", ReasonCode.NoGrant)]
    [InlineData("l.eaver", ReasonCode.PersonNotEmployed)]
    public async Task School_devices_are_closed_without_a_grant(string? who, ReasonCode reason)
    {
        foreach (var deviceClass in new[] { DeviceClass.School, DeviceClass.Unknown, DeviceClass.Server, DeviceClass.Vpn, DeviceClass.Proxy })
        {
            var decision = await DecideAsync(who, "facebook.com", deviceClass);

            decision.Allowed.ShouldBeFalse();
            (decision.Verdict, decision.Reason, decision.Clause).ShouldBe((Verdict.BlockedAttempt, reason, "USE-1"));
        }
    }

    [Theory]
    [InlineData("h.teach", true)]
    [InlineData("d.puty", true)]
    [InlineData(@"rosewood\h.teach", true)]
    [InlineData("s.lead", false)]
    [InlineData("n.obrien", false)]
    public async Task School_mobiles_are_open_to_head_and_deputy(string who, bool allowed)
    {
        var decision = await DecideAsync(who, "facebook.com", DeviceClass.SchoolMobile);

        decision.Allowed.ShouldBe(allowed);
        decision.Clause.ShouldBe(allowed ? "USE-3" : "USE-1");
    }

    [Fact]
    public async Task The_standing_authorisation_can_be_switched_off()
    {
        using var workspace = await new TempWorkspace(TestConfig.School with { Access = new() { StandingAuthorisation = false } }).WithSchoolAsync();

        Decide(workspace, "d.puty", "facebook.com", DeviceClass.SchoolMobile, workspace.Clock.Now).Allowed.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-11-24T08:49:59", Verdict.PersonalPermitted)]
    [InlineData("2026-11-24T08:50:00", Verdict.PersonalInSession)]
    [InlineData("2026-11-24T10:40:00", Verdict.PersonalPermitted)]
    [InlineData("2026-11-24T12:30:00", Verdict.PersonalPermitted)]
    [InlineData("2026-11-24T15:09:59", Verdict.PersonalInSession)]
    [InlineData("2026-11-24T15:10:00", Verdict.PersonalPermitted)]
    [InlineData("2026-11-28T10:00:00", Verdict.PersonalPermitted)]
    [InlineData("2026-10-27T10:00:00", Verdict.PersonalPermitted)]
    [InlineData("2026-09-15T07:50:00", Verdict.PersonalInSession)]
    public async Task Own_devices_are_judged_by_the_school_clock(string utc, Verdict expected)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var at = DateTimeOffset.Parse(utc + "Z");

        foreach (var deviceClass in new[] { DeviceClass.Personal, DeviceClass.Guest })
        {
            var decision = Decide(workspace, "n.obrien", "facebook.com", deviceClass, at);
            decision.Verdict.ShouldBe(expected);
            decision.Allowed.ShouldBe(expected == Verdict.PersonalPermitted);
            decision.Clause.ShouldBe("USE-2");
        }
    }

    [Fact]
    public async Task A_leaver_has_no_grants_from_the_day_after_their_last()
    {
        using var workspace = await new TempWorkspace(now: "2026-11-09T08:00:00Z").WithSchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["l.eaver"], AuthorisedBy = "head", Reason = "Fair", Until = new("2026-11-30") });

        Decide(workspace, "l.eaver", "facebook.com", DeviceClass.School, DateTimeOffset.Parse("2026-11-13T23:59:59Z")).Reason.ShouldBe(ReasonCode.Grant);
        Decide(workspace, "l.eaver", "facebook.com", DeviceClass.School, DateTimeOffset.Parse("2026-11-14T00:00:00Z")).Reason.ShouldBe(ReasonCode.PersonNotEmployed);
    }

    [Fact]
    public async Task The_nearest_grant_gives_the_reason()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], Service = ["YouTube"], AuthorisedBy = "head", Reason = "Assembly", For = new("2h") });
        var now = workspace.Clock.Now;

        Decide(workspace, "n.obrien", "youtube.com", DeviceClass.School, now).Reason.ShouldBe(ReasonCode.Grant);
        Decide(workspace, "n.obrien", "facebook.com", DeviceClass.School, now).Reason.ShouldBe(ReasonCode.GrantOtherService);
        Decide(workspace, "n.obrien", "youtube.com", DeviceClass.School, now.AddHours(-1)).Reason.ShouldBe(ReasonCode.NoGrant);
        Decide(workspace, "n.obrien", "youtube.com", DeviceClass.School, now.AddHours(2)).Reason.ShouldBe(ReasonCode.GrantEnded);
    }

    [Fact]
    public async Task The_state_that_counts_is_the_one_at_the_instant()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var before = workspace.Clock.Now;
        workspace.Clock.Now = before.AddDays(1);
        var files = DemoStaff.People.Replace("n.obrien,,,,", "n.obrien,,,,2026-11-24", StringComparison.Ordinal);
        await workspace.RunAsync(new Rosewood.PolicyAdmin.People.ImportPolicyPerson { Path = workspace.Write("later.csv", files) });

        Decide(workspace, "n.obrien", "facebook.com", DeviceClass.School, before).Reason.ShouldBe(ReasonCode.NoGrant);
        Decide(workspace, "n.obrien", "facebook.com", DeviceClass.School, workspace.Clock.Now.AddHours(1)).Reason.ShouldBe(ReasonCode.PersonNotEmployed);
    }

    [Fact]
    public async Task A_grant_of_later_changes_no_reason_of_before()
    {
        using var workspace = await new TempWorkspace(TestConfig.School with { Access = new() { RequireConfirmation = true } }).WithSchoolAsync();
        var before = workspace.Clock.Now;
        workspace.Clock.Now = before.AddDays(12);
        await Grant(r => r.Device = ["SchoolMobile"]);
        await Grant(r => r.Service = ["YouTube"]);
        await Grant(r => r.For = new("1h"));
        await Grant(r => r.From = new(before.AddDays(13)));
        await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0003"] });

        foreach (var at in new[] { before, workspace.Clock.Now.AddTicks(-1) })
        {
            var decision = Decide(workspace, "d.puty", "facebook.com", DeviceClass.School, at);
            (decision.Reason, decision.GrantId).ShouldBe((ReasonCode.NoGrant, null));
        }

        Decide(workspace, "d.puty", "facebook.com", DeviceClass.School, workspace.Clock.Now).Reason.ShouldBe(ReasonCode.GrantRevoked);

        Task Grant(Action<GrantSocialMediaAccess> change)
        {
            var request = new GrantSocialMediaAccess { User = ["d.puty"], AuthorisedBy = "head", Reason = "Fair" };
            change(request);
            return workspace.RunAsync(request);
        }
    }

    [Fact]
    public async Task A_decision_allocates_nothing()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair", For = new("2h") });
        var state = AccessStateLoader.Load(workspace.Context("x"));
        var query = new AccessQuery("n.obrien", DeviceClass.School, "PC-07", state.Catalogue.Match("www.facebook.com"), workspace.Clock.Now.UtcTicks);
        _ = state.Decide(query);

        var start = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _ = state.Decide(query with { AtUtcTicks = query.AtUtcTicks + i });
        }

        (GC.GetAllocatedBytesForCurrentThread() - start).ShouldBe(0);
    }

    private static async Task<AccessDecision> DecideAsync(string? who, string host, DeviceClass deviceClass)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        return Decide(workspace, who, host, deviceClass, workspace.Clock.Now);
    }

    private static AccessDecision Decide(TempWorkspace workspace, string? who, string host, DeviceClass deviceClass, DateTimeOffset at)
    {
        var state = AccessStateLoader.Load(workspace.Context("x"));
        return state.Decide(new AccessQuery(who, deviceClass, DeviceName: null, state.Catalogue.Match(host), at.UtcTicks));
    }
}
