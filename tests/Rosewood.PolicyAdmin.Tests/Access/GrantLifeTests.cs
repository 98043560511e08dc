using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Access;

/// <summary>Confirm, refuse, revoke, and the register as it stood at any moment.</summary>
public sealed class GrantLifeTests
{
    [Fact]
    public async Task The_authoriser_confirms_under_their_own_account_alone()
    {
        using var workspace = await GrantedAsync();

        (await workspace.RunAsync(new ConfirmSocialMediaAccess(), workspace.As("head"))).Of<AccessGrant>().Single().Id.ShouldBe("G-0001");
        (await workspace.RunAsync(new ConfirmSocialMediaAccess(), workspace.As("deputy"))).Outputs.ShouldBeEmpty();
        (await workspace.FaultOfAsync(new ConfirmSocialMediaAccess { Id = ["G-0001"] }, workspace.As("deputy"))).Id.ShouldBe("GrantNotYoursToConfirm");

        var grant = (await workspace.RunAsync(new ConfirmSocialMediaAccess { Id = ["g-0001"] }, workspace.As("head"))).Of<AccessGrant>().Single();
        grant.Confirmation.ShouldBe(ConfirmationState.Confirmed);
        grant.Status.ShouldBe(GrantStatus.Active);
        (await workspace.FaultOfAsync(new ConfirmSocialMediaAccess { Id = ["G-0001"] }, workspace.As("head"))).Id.ShouldBe("GrantAlreadyAnswered");
    }

    [Fact]
    public async Task A_refusal_ends_the_grant_and_shows()
    {
        using var workspace = await GrantedAsync();
        workspace.Clock.Now += TimeSpan.FromHours(1);

        await workspace.RunAsync(new ConfirmSocialMediaAccess { Id = ["G-0001"], Refuse = true }, workspace.As("head"));

        (await workspace.RunAsync(new GetSocialMediaAccess())).Outputs.ShouldBeEmpty();
        var grant = (await workspace.RunAsync(new GetSocialMediaAccess { IncludeEnded = true })).Of<AccessGrant>().Single();
        (grant.Status, grant.Confirmation, grant.RevokedBy).ShouldBe((GrantStatus.Revoked, ConfirmationState.Refused, "Hana Teach"));
    }

    [Fact]
    public async Task A_refusal_without_a_grant_is_a_fault_not_a_list()
    {
        using var workspace = await GrantedAsync();

        var fault = await workspace.FaultOfAsync(new ConfirmSocialMediaAccess { Refuse = true }, workspace.As("head"));

        (fault.Id, fault.Target).ShouldBe(("GrantIdRequired", "Id"));
    }

    [Fact]
    public async Task Revoking_today_leaves_yesterday_as_it_was()
    {
        using var workspace = await GrantedAsync();
        var granted = workspace.Clock.Now;
        workspace.Clock.Now += TimeSpan.FromDays(1);

        var revoked = (await workspace.RunAsync(new RevokeSocialMediaAccess { User = ["n.obrien"], Reason = "Done" })).Of<AccessGrant>().Single();

        revoked.Status.ShouldBe(GrantStatus.Revoked);
        revoked.RevokedAt.ShouldBe(workspace.Clock.Now);
        var then = (await workspace.RunAsync(new GetSocialMediaAccess { At = new(granted.AddHours(1)) })).Of<AccessGrant>().Single();
        (then.Status, then.RevokedAt).ShouldBe((GrantStatus.Active, null));
    }

    [Fact]
    public async Task What_has_ended_or_never_was_cannot_be_revoked()
    {
        using var workspace = await GrantedAsync();
        await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"] });

        (await workspace.FaultOfAsync(new RevokeSocialMediaAccess { Id = ["G-0001"] })).Id.ShouldBe("GrantAlreadyEnded");
        (await workspace.FaultOfAsync(new RevokeSocialMediaAccess { Id = ["G-9999"] })).Id.ShouldBe("GrantNotFound");
        (await workspace.FaultOfAsync(new RevokeSocialMediaAccess { User = ["deputy"] })).Id.ShouldBe("GrantNotFound");
    }

    [Fact]
    public async Task Where_the_school_requires_it_a_grant_waits_for_its_confirmation()
    {
        using var workspace = await new TempWorkspace(TestConfig.School with { Access = new() { RequireConfirmation = true } }).WithSchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair" });
        (await TestAsync(workspace)).Reason.ShouldBe(ReasonCode.GrantPending);

        await workspace.RunAsync(new ConfirmSocialMediaAccess { Id = ["G-0001"] }, workspace.As("head"));

        (await TestAsync(workspace)).Reason.ShouldBe(ReasonCode.Grant);
    }

    [Fact]
    public async Task A_test_explains_itself_in_words()
    {
        using var workspace = await GrantedAsync();

        var test = await TestAsync(workspace);

        (test.Allowed, test.Verdict, test.Service, test.Clause, test.GrantId).ShouldBe((true, Verdict.Authorised, "Facebook", "USE-1", "G-0001"));
        test.Explanation.ShouldBe("Allowed (G-0001): A grant covers this person, service, device and moment. A device of class Unknown counts as a school device.");
    }

    [Fact]
    public async Task The_devices_address_tells_its_class()
    {
        using var workspace = await GrantedAsync();

        var sink = await workspace.RunAsync(new TestSocialMediaAccess { User = "deputy", Uri = "https://www.facebook.com/rosewood", Address = "10.40.0.3" });

        var test = sink.Of<AccessTest>().Single();
        (test.DeviceClass, test.Clause, test.Allowed).ShouldBe((Rosewood.PolicyAdmin.Devices.DeviceClass.SchoolMobile, "USE-3", true));
    }

    [Fact]
    public void Every_reason_code_has_its_sentence()
    {
        foreach (var reason in Enum.GetValues<ReasonCode>())
        {
            Explanations.Of(reason).ShouldEndWith(reason == ReasonCode.MachineRhythm ? "a machine." : ".");
        }
    }

    private static async Task<TempWorkspace> GrantedAsync()
    {
        var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair" });
        return workspace;
    }

    private static async Task<AccessTest> TestAsync(TempWorkspace workspace) =>
        (await workspace.RunAsync(new TestSocialMediaAccess { User = "n.obrien", HostName = "www.facebook.com" })).Of<AccessTest>().Single();
}
