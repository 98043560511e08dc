using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Access;

public sealed class GrantSocialMediaAccessTests
{
    [Fact]
    public async Task The_deputy_needs_no_authoriser_and_gets_school_mobiles()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var sink = await workspace.RunAsync(new GrantSocialMediaAccess { User = ["deputy"] });

        var grant = sink.Of<AccessGrant>().ShouldHaveSingleItem();
        grant.User.ShouldBe("Dee Puty");
        grant.Devices.ShouldBe(["SchoolMobile"]);
        grant.AuthorisedBy.ShouldBeNull();
        grant.Status.ShouldBe(GrantStatus.Active);
        grant.Confirmation.ShouldBe(ConfirmationState.NotNeeded);
        (grant.Until - grant.From).ShouldBe(TimeSpan.FromDays(28));
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("-AuthorisedBy");
        workspace.Store.Audit.Read().Last().Clause.ShouldBe("USE-3");
    }

    [Fact]
    public async Task School_computers_need_an_authoriser_for_the_deputy_too()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        (await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["deputy"], Device = ["School"] })).Id.ShouldBe("GrantAuthoriserRequired");
        var grant = (await workspace.RunAsync(new GrantSocialMediaAccess { User = ["deputy"], Device = ["School", "PC-07"], AuthorisedBy = "head", Reason = "Open day" })).Of<AccessGrant>().Single();
        grant.Devices.ShouldBe(["School", "PC-07"]);
        grant.Confirmation.ShouldBe(ConfirmationState.Unconfirmed);
    }

    [Fact]
    public async Task An_slt_member_who_records_it_confirms_by_that()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var sink = await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head", Reason = "Fair" }, workspace.As("head"));

        sink.Of<AccessGrant>().Single().Confirmation.ShouldBe(ConfirmationState.NotNeeded);
        sink.Of<AccessGrant>().Single().GrantedBy.ShouldBe("Hana Teach");
    }

    [Theory]
    [InlineData("it.tech", "it.tech", "GrantSelfAuthorised", FaultKind.NotAuthorised)]
    [InlineData("h.teach", "head", "GrantSelfAuthorised", FaultKind.NotAuthorised)]
    [InlineData("n.obrien", "it.tech", "GrantAuthoriserNotSlt", FaultKind.NotAuthorised)]
    [InlineData("n.obrien", null, "GrantAuthoriserRequired", FaultKind.InvalidArgument)]
    [InlineData("Nell Brown", "head", "PersonAmbiguous", FaultKind.Ambiguous)]
    [InlineData("nobody.here", "head", "PersonNotFound", FaultKind.NotFound)]
    [InlineData("l.eaver", "head", "GrantPersonNotEmployed", FaultKind.InvalidArgument)]
    public async Task Who_may_not_is_told_why_and_what_to_do(string user, string? authoriser, string id, FaultKind kind)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var entries = workspace.Store.Audit.Read().Count();

        var fault = await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = [user], AuthorisedBy = authoriser, Reason = "Fair" });

        (fault.Id, fault.Kind).ShouldBe((id, kind));
        fault.Message.Length.ShouldBeGreaterThan(40);
        workspace.Store.Grants.Load().All.ShouldBeEmpty();
        workspace.Store.Audit.Read().Count().ShouldBe(entries);
    }

    [Fact]
    public async Task A_reason_is_required_where_somebody_authorises()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        (await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["n.obrien"], AuthorisedBy = "head" })).Id.ShouldBe("GrantReasonRequired");
    }

    [Theory]
    [InlineData(null, "2026-11-23", "GrantEndsBeforeStart")]
    [InlineData("2026-12-01", "2026-11-30", "GrantEndsBeforeStart")]
    [InlineData(null, "2030-01-01", "GrantTooLong")]
    public async Task An_end_before_the_start_or_past_the_limit_is_a_fault(string? from, string until, string id)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var fault = await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["deputy"], From = from is null ? null : new TimeInput(from), Until = new TimeInput(until) });

        fault.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("3000d")]
    [InlineData("2500000d")]
    public async Task A_length_past_the_limit_is_a_fault_however_long(string length)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        (await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["deputy"], From = new TimeInput("9000-12-20"), For = new DurationInput(length) })).Id.ShouldBe("GrantTooLong");
    }

    [Fact]
    public async Task A_grant_counts_from_now_though_an_earlier_start_is_asked()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var sink = await workspace.RunAsync(new GrantSocialMediaAccess { User = ["deputy"], From = new TimeInput("2026-11-01"), Until = new TimeInput("2026-11-30") });

        sink.Of<AccessGrant>().Single().From.ShouldBe(workspace.Clock.Now);
        sink.Warnings.ShouldContain(w => w.Contains("2026-11-01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_end_that_is_a_date_includes_that_day()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var grant = (await workspace.RunAsync(new GrantSocialMediaAccess { User = ["deputy"], Until = new TimeInput("2026-11-30") })).Of<AccessGrant>().Single();

        grant.Until.ShouldBe(DateTimeOffset.Parse("2026-12-01T00:00:00Z"));
    }

    [Fact]
    public async Task Several_users_are_granted_together_or_not_at_all()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        (await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["n.obrien", "Nell Brown"], AuthorisedBy = "head", Reason = "Fair" })).Kind.ShouldBe(FaultKind.Ambiguous);
        workspace.Store.Grants.Load().All.ShouldBeEmpty();
        (await workspace.RunAsync(new GrantSocialMediaAccess { User = ["n.obrien", "n.brown2"], AuthorisedBy = "head", Reason = "Fair" })).Of<AccessGrant>().Select(g => g.Id).ShouldBe(["G-0001", "G-0002"]);
    }

    [Fact]
    public async Task Services_go_by_alias_and_unknown_ones_are_a_fault()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var grant = (await workspace.RunAsync(new GrantSocialMediaAccess { User = ["deputy"], Service = ["facebook", "Twitter"] })).Of<AccessGrant>().Single();
        grant.Services.Count.ShouldBe(2);
        (await workspace.FaultOfAsync(new GrantSocialMediaAccess { User = ["deputy"], Service = ["Facebok"] })).Message.ShouldContain("Facebook");
    }

    [Fact]
    public async Task Nothing_changes_when_the_person_declines()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();

        var sink = await workspace.RunAsync(new GrantSocialMediaAccess { User = ["deputy"] }, sink: new RecordingSink { Agrees = false });

        sink.Outputs.ShouldBeEmpty();
        sink.Asked.ShouldHaveSingleItem().Target.ShouldBe("Dee Puty");
        workspace.Store.Grants.Load().All.ShouldBeEmpty();
    }
}
