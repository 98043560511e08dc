using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.SignIns;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Findings;

public sealed class AddFindingSuppressionTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await FindingSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task A_dismissal_tells_whose_finding_why_by_whom_and_until_when()
    {
        var added = await Add(Request("n.obrien"), "h.teach");

        added.ShouldSatisfyAllConditions(
            s => s.Id.ShouldBe("S-0001"),
            s => s.Finding.ShouldBe(FindingKind.SharedCredentialUse),
            s => s.Account.ShouldBe("Niamh O'Brien"),
            s => s.Evidence.ShouldBeEmpty(),
            s => s.Reason.ShouldBe("Own laptop beside the PC"),
            s => s.AuthorisedBy.ShouldBeNull(),
            s => s.AddedBy.ShouldBe("Hana Teach"),
            s => s.AddedAt.ShouldBe(_school.Clock.Now),
            s => s.Until.ShouldBe(_school.Clock.Now.AddDays(90)),
            s => s.Status.ShouldBe(SuppressionStatus.Active),
            s => s.RemovedAt.ShouldBeNull());
    }

    [Theory]
    [InlineData("Niamh O\u2019Brien")]
    [InlineData("ROSEWOOD\\N.OBrien")]
    [InlineData("n.obrien@rosewood.example")]
    public async Task A_person_is_found_by_whatever_they_are_called(string typed) =>
        (await Add(Request(typed), "r.safe")).Account.ShouldBe("Niamh O'Brien");

    [Theory]
    [InlineData("2026-11-25", null, "2026-11-26T00:00:00+00:00")]
    [InlineData("2027-06-30", null, "2027-07-01T00:00:00+01:00")]
    [InlineData("2027-11-24", null, "2027-11-25T00:00:00+00:00")]
    [InlineData("2026-11-24T09:00:01", null, "2026-11-24T09:00:01+00:00")]
    [InlineData(null, "5w", "2026-12-29T09:00:00+00:00")]
    [InlineData(null, "365d", "2027-11-24T09:00:00+00:00")]
    public async Task It_ends_when_it_was_asked_to(string? until, string? length, string end) =>
        (await Add(Ending("n.obrien", until, length), "head")).Until.ShouldBe(DateTimeOffset.Parse(end));

    [Theory]
    [InlineData("2026-11-23", null, "SuppressionEndsInPast")]
    [InlineData("2026-11-24T09:00", null, "SuppressionEndsInPast")]
    [InlineData("2027-11-25", null, "SuppressionTooLong")]
    [InlineData("8000-01-01", null, "SuppressionTooLong")]
    [InlineData(null, "366d", "SuppressionTooLong")]
    [InlineData(null, "P7000Y", "SuppressionTooLong")]
    [InlineData("2026-12-01", "5d", "SuppressionEndGivenTwice")]
    public async Task An_end_that_is_over_or_further_than_a_year_is_refused(string? until, string? length, string id)
    {
        (await _school.FaultOfAsync(Ending("n.obrien", until, length), _school.As("head"))).Id.ShouldBe(id);
        _school.Store.Suppressions.LoadAll().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "SuppressionReasonRequired")]
    [InlineData(" \u00A0\n", "SuppressionReasonRequired")]
    [InlineData("seen\u202Eonce", "SuppressionReasonInvalid")]
    public async Task It_needs_a_reason_that_can_be_read(string reason, string id)
    {
        var request = Request("n.obrien");
        request.Reason = reason;
        (await _school.FaultOfAsync(request, _school.As("head"))).Id.ShouldBe(id);
        request.Reason = new string('x', 501);
        (await _school.FaultOfAsync(request, _school.As("head"))).Id.ShouldBe("SuppressionReasonInvalid");
    }

    [Fact]
    public async Task A_reason_of_several_lines_becomes_one()
    {
        var request = Request("n.obrien");
        request.Reason = "  Seen\r\nin  room 4 ";
        (await Add(request, "head")).Reason.ShouldBe("Seen in room 4");
    }

    [Fact]
    public async Task Kinds_of_evidence_are_known_by_their_names_and_a_misspelt_one_is_refused()
    {
        var request = Request("n.obrien");
        request.Evidence = ["foreigndevice", "Overlap", "OVERLAP"];
        (await Add(request, "head")).Evidence.ShouldBe(["Overlap", "ForeignDevice"]);

        request.Evidence = ["Overlaps"];
        var fault = await _school.FaultOfAsync(request, _school.As("head"));
        (fault.Id, fault.Target).ShouldBe(("SuppressionEvidenceUnknown", "Overlaps"));
        fault.Message.ShouldContain(string.Join(", ", Enum.GetNames<SignInEvidenceKind>()));
    }

    [Fact]
    public async Task A_login_that_nobody_on_the_roster_has_is_taken_as_the_log_has_it_with_a_warning()
    {
        var sink = await _school.RunAsync(Request(" Pupils\\Supply.9 "), _school.As("head"));

        sink.Of<FindingSuppression>().Single().Account.ShouldBe("pupils\\supply.9");
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("if it is misspelt, nothing is dismissed");
    }

    [Fact]
    public async Task A_near_miss_is_warned_of_with_the_name_that_was_meant() =>
        (await _school.RunAsync(Request("n.obrian"), _school.As("head"))).Warnings.ShouldHaveSingleItem().ShouldContain("Did you mean Niamh O'Brien");

    [Fact]
    public async Task An_account_that_policy_json_declares_as_shared_is_no_misspelling() =>
        (await _school.RunAsync(Request("KIOSK@rosewood.example"), _school.As("head"))).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("Nel Brown", "PersonNotFound")]
    [InlineData("Nell Brown", "PersonAmbiguous")]
    [InlineData("governor", "PersonNotFound")]
    [InlineData("n.\u043Ebrien", "PersonNotFound")]
    [InlineData("n.ob\u200Brien", "PersonNotFound")]
    [InlineData("@rosewood.example", "PersonNotFound")]
    [InlineData(" ", "SuppressionUserMissing")]
    public async Task What_can_be_no_login_is_refused(string typed, string id)
    {
        (await _school.FaultOfAsync(Request(typed), _school.As("head"))).Id.ShouldBe(id);
        _school.Store.Suppressions.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_audit_trail_has_ids_and_the_clause_and_never_a_login()
    {
        await Add(Request("n.obrien"), "head");
        await Add(Request("supply.9"), "head");

        var rows = _school.Store.Audit.Read().Where(r => r.Command.Equals("Add-FindingSuppression", StringComparison.Ordinal)).ToList();
        rows.Select(r => (r.Clause, r.Subject)).ShouldBe([("LOG-1", $"S-0001 {_school.IdOf("n.obrien")}"), ("LOG-1", "S-0002")]);
        rows[0].OperatorId.ShouldBe(_school.IdOf("head"));
        rows[1].After.ShouldNotBeNull().ShouldContain("supply.9");
    }

    [Fact]
    public async Task Several_accounts_are_dismissed_whole_or_not_at_all()
    {
        var request = Request("n.obrien", "n.brown", "niamh o'brien");
        (await _school.RunAsync(request, _school.As("head"))).Of<FindingSuppression>().Select(s => (s.Id, s.Account))
            .ShouldBe([("S-0001", "Niamh O'Brien"), ("S-0002", "n.brown@rosewood.example")]);

        (await _school.FaultOfAsync(Request("l.eaver", "head"), _school.As("head"))).Id.ShouldBe("SuppressionOfSelf");
        _school.Store.Suppressions.LoadAll().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_dismisses_the_same_again_is_told()
    {
        await Add(Request("n.obrien"), "head");
        (await _school.RunAsync(Request("n.obrien"), _school.As("head"))).Warnings.ShouldHaveSingleItem().ShouldContain("S-0001, until 2027-02-22 09:00");
    }

    [Fact]
    public async Task Without_consent_nothing_is_written()
    {
        var entries = _school.Store.Audit.Head().Sequence;
        var sink = await _school.RunAsync(Request("n.obrien"), _school.As("head"), new RecordingSink { Agrees = false });

        sink.Asked.ShouldHaveSingleItem().ShouldBe(("Niamh O'Brien", "Dismiss the finding SharedCredentialUse until 2027-02-22 09:00"));
        sink.Outputs.ShouldBeEmpty();
        _school.Store.Suppressions.LoadAll().ShouldBeEmpty();
        _school.Store.Audit.Head().Sequence.ShouldBe(entries);
    }

    [Fact]
    public async Task A_length_counts_from_the_answer_and_an_end_that_has_passed_by_then_is_refused()
    {
        RecordingSink Slow() => new() { Meanwhile = () => _school.Clock.Now += TimeSpan.FromMinutes(10) };
        var added = (await _school.RunAsync(Ending("n.obrien", until: null, "2h"), _school.As("head"), Slow())).Of<FindingSuppression>().Single();
        (added.AddedAt, added.Until).ShouldBe((_school.Clock.Now, _school.Clock.Now.AddHours(2)));

        var late = await Should.ThrowAsync<FaultException>(() => _school.RunAsync(Ending("n.brown", "2026-11-24T09:20"), _school.As("head"), Slow()));
        late.Fault.Id.ShouldBe("SuppressionEndsInPast");
        _school.Store.Suppressions.LoadAll().Count.ShouldBe(1);
    }

    private static AddFindingSuppression Request(params string[] users) => new() { User = users, Reason = "Own laptop beside the PC" };

    private static AddFindingSuppression Ending(string user, string? until, string? length = null)
    {
        var request = Request(user);
        request.Until = until is null ? null : new TimeInput(until);
        request.For = length is null ? null : new DurationInput(length);
        return request;
    }

    private async Task<FindingSuppression> Add(AddFindingSuppression request, string by) =>
        (await _school.RunAsync(request, _school.As(by))).Of<FindingSuppression>().Single();
}
