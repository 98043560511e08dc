using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Access;

/// <summary>A grant without authoriser rests on the standing authorisation (USE-3): where that ground is gone, so is the grant.</summary>
public sealed class StandingGrantTests
{
    [Fact]
    public async Task It_ends_when_the_role_is_taken()
    {
        using var workspace = await GrantedAsync();
        var before = workspace.Clock.Now;
        workspace.Clock.Now = before.AddDays(1);
        await ImportAsync(workspace, DemoStaff.People.Replace("Dee Puty,DeputyHead,", "Dee Puty,Teacher,", StringComparison.Ordinal));
        var change = workspace.Store.People.WaitingChanges().ShouldHaveSingleItem();
        await workspace.RunAsync(new ConfirmPolicyChange { Id = [change.Id] }, workspace.As("h.teach"));

        Decide(workspace, DeviceClass.SchoolMobile, "Mobile-1", before).Reason.ShouldBe(ReasonCode.StandingAuthorisation);
        var after = Decide(workspace, DeviceClass.SchoolMobile, "Mobile-1", workspace.Clock.Now);
        (after.Allowed, after.Verdict, after.Reason, after.GrantId).ShouldBe((false, Verdict.BlockedAttempt, ReasonCode.NoGrant, null));
    }

    [Fact]
    public async Task It_ends_when_the_standing_authorisation_is_switched_off()
    {
        using var workspace = await GrantedAsync();

        var decision = Decide(workspace, DeviceClass.SchoolMobile, "Mobile-1", workspace.Clock.Now, standingAuthorisation: false);

        (decision.Allowed, decision.Reason, decision.GrantId).ShouldBe((false, ReasonCode.NoGrant, null));
    }

    [Fact]
    public async Task It_ends_for_a_device_that_becomes_a_school_computer()
    {
        using var workspace = await GrantedAsync();
        workspace.Clock.Now = workspace.Clock.Now.AddDays(1);
        await workspace.RunAsync(new ImportPolicyDevice { Path = workspace.Write("later.csv", DemoStaff.Devices.Replace("Mobile-1,SchoolMobile", "Mobile-1,School", StringComparison.Ordinal)) });
        var device = AccessStateLoader.LoadDevices(workspace.Context("x")).Resolve(address: null, "Mobile-1", workspace.Clock.Now.UtcTicks);

        var decision = Decide(workspace, device.Class, device.Name, workspace.Clock.Now);

        (decision.Allowed, decision.Verdict, decision.Reason, decision.GrantId).ShouldBe((false, Verdict.BlockedAttempt, ReasonCode.GrantOtherDevice, "G-0001"));
    }

    [Fact]
    public async Task It_does_not_hide_a_grant_that_somebody_authorised()
    {
        using var workspace = await GrantedAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["d.puty"], Device = ["SchoolMobile"], AuthorisedBy = "head", Reason = "Fair", For = new("2h") });
        var now = workspace.Clock.Now;

        var covered = Decide(workspace, DeviceClass.SchoolMobile, "Mobile-1", now, standingAuthorisation: false);
        (covered.Allowed, covered.Reason, covered.GrantId).ShouldBe((true, ReasonCode.Grant, "G-0002"));
        var ended = Decide(workspace, DeviceClass.SchoolMobile, "Mobile-1", now.AddHours(2), standingAuthorisation: false);
        (ended.Allowed, ended.Reason, ended.GrantId).ShouldBe((false, ReasonCode.GrantEnded, "G-0002"));
    }

    [Fact]
    public async Task While_its_ground_stands_it_still_explains_a_school_computers_block()
    {
        using var workspace = await GrantedAsync();

        var decision = Decide(workspace, DeviceClass.School, "PC-07", workspace.Clock.Now);

        (decision.Allowed, decision.Reason, decision.GrantId).ShouldBe((false, ReasonCode.GrantOtherDevice, "G-0001"));
    }

    private static async Task<TempWorkspace> GrantedAsync()
    {
        var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["d.puty"], Device = ["SchoolMobile", "Mobile-1"] });
        return workspace;
    }

    private static Task<RecordingSink> ImportAsync(TempWorkspace workspace, string people) =>
        workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("later.csv", people) });

    private static AccessDecision Decide(TempWorkspace workspace, DeviceClass deviceClass, string? deviceName, DateTimeOffset at, bool standingAuthorisation = true)
    {
        var loaded = AccessStateLoader.Load(workspace.Context("x"));
        var state = new AccessState(loaded.People, loaded.Ledger, loaded.Catalogue, loaded.Calendar, workspace.Workspace.Zone, standingAuthorisation);
        return state.Decide("d.puty", deviceClass, deviceName, "Facebook", at.UtcTicks);
    }
}
