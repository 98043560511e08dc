using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Access;

/// <summary>A person may take minutes over a prompt: what is recorded counts from their answer, not from when the command began.</summary>
public sealed class SlowAnswerTests
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_grant_counts_from_the_answer()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var began = workspace.Clock.Now;

        var grant = (await workspace.RunAsync(Fair(), sink: Slow(workspace))).Of<AccessGrant>().Single();

        grant.ShouldSatisfyAllConditions(
            g => g.From.ShouldBe(began + Thinking),
            g => g.GrantedAt.ShouldBe(began + Thinking),
            g => g.Until.ShouldBe(began + Thinking + TimeSpan.FromHours(2), "the length that was asked for, whole"),
            g => g.Status.ShouldBe(GrantStatus.Active));
        Reason(workspace, began + Thinking - TimeSpan.FromTicks(1)).ShouldBe(ReasonCode.NoGrant);
        Reason(workspace, began + Thinking).ShouldBe(ReasonCode.Grant);
    }

    [Fact]
    public async Task A_named_end_stays_whenever_the_answer_comes()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var request = Fair();
        request.For = null;
        request.Until = new(workspace.Clock.Now.AddHours(2));
        var sink = Slow(workspace);

        (await workspace.RunAsync(request, sink: sink)).Of<AccessGrant>().Single().Until.ShouldBe(request.Until.Value.ToEnd(TimeZoneInfo.Utc));
        sink.Asked.Single().Action.ShouldBe("Grant access to all social media until 2026-11-24 11:00");
    }

    [Fact]
    public async Task The_question_tells_a_length_where_one_was_asked_for()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var sink = new RecordingSink { Agrees = false };

        await workspace.RunAsync(Fair(), sink: sink);

        sink.Asked.Single().Action.ShouldBe("Grant access to all social media for 2 hours, recorded now until 2026-11-24 11:00");
    }

    [Fact]
    public async Task A_grant_for_later_begins_when_it_was_asked_to()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var from = workspace.Clock.Now.AddHours(1);
        var request = Fair();
        request.From = new(from);

        (await workspace.RunAsync(request, sink: Slow(workspace))).Of<AccessGrant>().Single().From.ShouldBe(from);
    }

    [Fact]
    public async Task A_grant_that_is_over_before_the_answer_is_a_fault()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var request = Fair();
        request.For = null;
        request.Until = new(workspace.Clock.Now.AddMinutes(10));

        (await FaultOfAsync(workspace, request, Slow(workspace))).ShouldBe("GrantEndsBeforeStart");
        workspace.Store.Grants.Load().All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Niamh O'Brien,Teacher,n.obrien,,,,", "Niamh O'Brien,Teacher,n.obrien,,,,2026-11-23", "GrantPersonNotEmployed")]
    [InlineData("Hana Teach,HeadTeacher,h.teach;ROSEWOOD\\h.teach,,,,", "Hana Teach,HeadTeacher,h.teach;ROSEWOOD\\h.teach,,,,2026-11-23", "GrantAuthoriserNotSlt")]
    public async Task Who_left_while_a_person_was_asked_is_neither_given_access_nor_gives_it(string before, string after, string id)
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var later = DemoStaff.People.Replace(before, after, StringComparison.Ordinal);

        (await FaultOfAsync(workspace, Fair(), Slow(workspace, () => Import(workspace, later)))).ShouldBe(id);
        workspace.Store.Grants.Load().All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revocation_counts_from_the_answer()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(Fair());
        var began = workspace.Clock.Now;

        var grant = (await workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"] }, sink: Slow(workspace))).Of<AccessGrant>().Single();

        (grant.Status, grant.RevokedAt).ShouldBe((GrantStatus.Revoked, began + Thinking));
        Reason(workspace, began + Thinking - TimeSpan.FromTicks(1)).ShouldBe(ReasonCode.Grant);
        Reason(workspace, began + Thinking).ShouldBe(ReasonCode.GrantRevoked);
    }

    [Fact]
    public async Task A_grant_that_ended_while_a_person_was_asked_is_not_revoked_besides()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        var request = Fair();
        request.For = new("5m");
        await workspace.RunAsync(request);

        (await FaultOfAsync(workspace, new RevokeSocialMediaAccess { Id = ["G-0001"] }, Slow(workspace))).ShouldBe("GrantAlreadyEnded");
        workspace.Store.Grants.Load().Find("G-0001")!.Ending.ShouldBeNull();
    }

    [Theory]
    [InlineData(false, ConfirmationState.Confirmed, GrantStatus.Active)]
    [InlineData(true, ConfirmationState.Refused, GrantStatus.Revoked)]
    public async Task The_authorisers_word_counts_from_when_they_gave_it(bool refuse, ConfirmationState confirmation, GrantStatus status)
    {
        using var workspace = await new TempWorkspace(TestConfig.School with { Access = new() { RequireConfirmation = true } }).WithSchoolAsync();
        await workspace.RunAsync(Fair());
        var began = workspace.Clock.Now;

        var grant = (await workspace.RunAsync(new ConfirmSocialMediaAccess { Id = ["G-0001"], Refuse = refuse }, workspace.As("head"), Slow(workspace))).Of<AccessGrant>().Single();

        (grant.Confirmation, grant.Status).ShouldBe((confirmation, status));
        workspace.Store.Grants.Load().Find("G-0001")!.Answer!.At.ShouldBe(began + Thinking);
        Reason(workspace, began + Thinking - TimeSpan.FromTicks(1)).ShouldBe(ReasonCode.GrantPending);
    }

    [Fact]
    public async Task A_grant_that_was_revoked_while_its_authoriser_was_asked_needs_no_answer()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        await workspace.RunAsync(Fair());
        var sink = Slow(workspace, () => workspace.RunAsync(new RevokeSocialMediaAccess { Id = ["G-0001"] }).GetAwaiter().GetResult());

        var fault = await Should.ThrowAsync<Rosewood.PolicyAdmin.Commands.FaultException>(() => workspace.RunAsync(new ConfirmSocialMediaAccess { Id = ["G-0001"] }, workspace.As("head"), sink));

        fault.Fault.Id.ShouldBe("GrantAlreadyAnswered");
        workspace.Store.Grants.Load().Find("G-0001")!.Answer.ShouldBeNull();
    }

    private static GrantSocialMediaAccess Fair() => new() { User = ["n.obrien"], AuthorisedBy = "h.teach", Reason = "Fair", For = new("2h") };

    private static RecordingSink Slow(TempWorkspace workspace, Action? meanwhile = null) => new()
    {
        Meanwhile = () =>
        {
            workspace.Clock.Now += Thinking;
            meanwhile?.Invoke();
        },
    };

    private static void Import(TempWorkspace workspace, string people) =>
        workspace.RunAsync(new ImportPolicyPerson { Path = workspace.Write("later.csv", people) }).GetAwaiter().GetResult();

    private static async Task<string> FaultOfAsync(TempWorkspace workspace, Rosewood.PolicyAdmin.Commands.PolicyRequest request, RecordingSink sink) =>
        (await Should.ThrowAsync<Rosewood.PolicyAdmin.Commands.FaultException>(() => workspace.RunAsync(request, sink: sink))).Fault.Id;

    private static ReasonCode Reason(TempWorkspace workspace, DateTimeOffset at)
    {
        var state = AccessStateLoader.Load(workspace.Context("x"));
        return state.Decide("n.obrien", Rosewood.PolicyAdmin.Devices.DeviceClass.School, deviceName: null, "Facebook", at.UtcTicks).Reason;
    }
}
