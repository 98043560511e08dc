using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Families;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Registers;

public sealed class FamilyLinkTests : IAsyncLifetime, IDisposable
{
    private TempWorkspace _school = null!;

    public async Task InitializeAsync() => _school = await FindingSchool.OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _school.Dispose();

    [Fact]
    public async Task A_declaration_tells_who_knows_whom_since_when_and_to_whom_it_was_told()
    {
        var made = await Declare(r =>
        {
            r.Since = new TimeInput("2019-09-01");
            r.Boundaries = "Does not teach the child";
        });

        made.ShouldSatisfyAllConditions(
            d => d.Id.ShouldBe("R-0001"),
            d => d.User.ShouldBe("Niamh O'Brien"),
            d => d.FamilyId.ShouldBe("F-1042"),
            d => d.Relationship.ShouldBe("Sister of the mother"),
            d => d.Since.ShouldBe(DateTimeOffset.Parse("2019-09-01T00:00:00+01:00")),
            d => d.Boundaries.ShouldBe("Does not teach the child"),
            d => d.ReviewDate.ShouldBe(new DateOnly(2027, 11, 24)),
            d => d.ReviewDue.ShouldBeFalse(),
            d => d.DeclaredTo.ShouldBe("Hana Teach"),
            d => d.RecordedBy.ShouldBe("Hana Teach"),
            d => d.Status.ShouldBe(FamilyLinkStatus.Active));
    }

    [Fact]
    public async Task The_safeguarding_lead_records_what_was_declared_to_somebody_in_SLT()
    {
        (await Declare(r => r.DeclaredTo = "deputy", "r.safe")).DeclaredTo.ShouldBe("Dee Puty");
        (await FaultOf(Declaration(_ => { }), "r.safe")).Id.ShouldBe("RegisterLeaderRequired");
        (await FaultOf(Declaration(r => r.DeclaredTo = "n.brown"), "r.safe")).Id.ShouldBe("RegisterLeaderNotSlt");
    }

    [Fact]
    public async Task Nobody_declares_to_themself_agrees_with_themself_or_closes_their_own()
    {
        (await FaultOf(Declaration(r => (r.User, r.DeclaredTo) = ("head", "deputy")), "head")).Id.ShouldBe("RegisterOfSelf");
        (await FaultOf(Declaration(r => (r.User, r.DeclaredTo) = ("head", "head")), "deputy")).Id.ShouldBe("RegisterLeaderIsSubject");
        var id = (await Declare(r => r.User = "head", "deputy")).Id;
        (await FaultOf(new CloseRelationshipDeclaration { Id = [id] }, "head")).Id.ShouldBe("RegisterOfSelf");
        (await FaultOf(Agreement(r => r.AgreedBy = "n.obrien"), "head")).Id.ShouldBe("RegisterLeaderIsSubject");
    }

    [Theory]
    [InlineData("head", true, true)]
    [InlineData("deputy", true, true)]
    [InlineData("r.safe", true, true)]
    [InlineData("d.prot", false, true)]
    [InlineData("it.tech", false, false)]
    [InlineData("n.obrien", false, false)]
    public void SLT_and_the_safeguarding_lead_keep_them_the_data_protection_officer_reads_them_others_do_neither(string user, bool changes, bool reads)
    {
        var roles = _school.As(user).Roles;
        foreach (var type in new[] { typeof(NewRelationshipDeclaration), typeof(CloseRelationshipDeclaration), typeof(NewFamilyContactAgreement), typeof(CloseFamilyContactAgreement) })
        {
            roles.Overlaps(CommandTable.For(type).Roles).ShouldBe(changes, type.Name);
        }

        roles.Overlaps(CommandTable.For(typeof(GetRelationshipDeclaration)).Roles).ShouldBe(reads);
        roles.Overlaps(CommandTable.For(typeof(GetFamilyContactAgreement)).Roles).ShouldBe(reads);
    }

    [Theory]
    [InlineData("mum@gmail.com")]
    [InlineData("07700 900123")]
    [InlineData("")]
    [InlineData("F\u202E1")]
    public async Task An_address_or_a_number_is_no_family(string family)
    {
        (await FaultOf(Declaration(r => r.FamilyId = family), "head")).Id.ShouldBe("FamilyIdInvalid");
        _school.Store.FamilyLinks.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_family_that_no_imported_contact_has_is_named()
    {
        await _school.RunAsync(new ImportFamilyContact { Path = _school.Write("families.csv", "FamilyId,Relationship,Address,Phone\nF-1042,Mother,mum@gmail.com,\n") });
        (await _school.RunAsync(Declaration(_ => { }), _school.As("head"))).Warnings.ShouldBeEmpty();
        (await _school.RunAsync(Declaration(r => r.FamilyId = "F-9"), _school.As("head"))).Warnings.ShouldHaveSingleItem().ShouldContain("F-9");
    }

    [Fact]
    public async Task Words_are_needed_and_have_to_be_seen()
    {
        (await FaultOf(Declaration(r => r.Relationship = " "), "head")).Id.ShouldBe("RegisterTextMissing");
        (await FaultOf(Declaration(r => r.Boundaries = new string('x', 501)), "head")).Id.ShouldBe("RegisterTextInvalid");
        (await FaultOf(Agreement(r => r.Reason = ""), "head")).Id.ShouldBe("RegisterTextMissing");
        (await FaultOf(Declaration(r => r.ReviewDate = new TimeInput("2026-11-23")), "head")).Id.ShouldBe("RegisterReviewInPast");
    }

    [Fact]
    public async Task An_agreement_never_counts_before_it_is_recorded_and_ends_when_it_was_asked_to()
    {
        var made = (await _school.RunAsync(Agreement(r => (r.From, r.Until, r.Service) = (new TimeInput("2026-01-01"), new TimeInput("2026-12-01"), ["whatsapp"])), _school.As("head"))).Of<FamilyContactAgreement>().Single();
        made.From.ShouldBe(_school.Clock.Now);
        made.Until.ShouldBe(DateTimeOffset.Parse("2026-12-02T00:00:00+00:00"));
        made.Services.ShouldBe(["WhatsApp"]);
        made.Id.ShouldStartWith("F-");
        (await FaultOf(Agreement(r => r.Until = new TimeInput("2026-11-23")), "head")).Id.ShouldBe("RegisterPeriodEmpty");
        (await FaultOf(Agreement(r => r.Service = ["Nowhere"]), "head")).Id.ShouldBe("ServiceNotFound");

        var links = _school.Store.FamilyLinks.Load();
        var person = _school.IdOf("n.obrien");
        var start = _school.Clock.Now.UtcTicks;
        links.Find(person, "F-1042", start - 2, start - 1).ShouldBeNull();
        links.Find(person, "F-1042", start, start)!.Id.ShouldBe(made.Id);
        links.Find(person, "F-1042", made.Until!.Value.UtcTicks, long.MaxValue).ShouldBeNull();

        _school.Clock.Now = made.Until.Value;
        (await _school.RunAsync(new GetFamilyContactAgreement(), _school.As("head"))).Outputs.ShouldBeEmpty();
        (await _school.RunAsync(new GetFamilyContactAgreement { IncludeEnded = true }, _school.As("head"))).Of<FamilyContactAgreement>().Single().Status.ShouldBe(FamilyLinkStatus.Ended);
    }

    [Fact]
    public async Task A_closed_one_stays_on_record_with_when_and_why_and_is_closed_once()
    {
        var id = (await Declare(_ => { })).Id;
        _school.Clock.Now = _school.Clock.Now.AddDays(3);
        var closed = (await _school.RunAsync(new CloseRelationshipDeclaration { Id = [id.ToLowerInvariant()], Reason = "Moved away" }, _school.As("deputy"))).Of<RelationshipDeclaration>().Single();
        closed.Status.ShouldBe(FamilyLinkStatus.Closed);
        closed.ClosedAt.ShouldBe(_school.Clock.Now);
        closed.ClosedReason.ShouldBe("Moved away");
        (await FaultOf(new CloseRelationshipDeclaration { Id = [id] }, "deputy")).Id.ShouldBe("RegisterEntryEnded");
        (await FaultOf(new CloseRelationshipDeclaration { Id = ["R-9"] }, "deputy")).Id.ShouldBe("RegisterEntryNotFound");
        (await FaultOf(new CloseFamilyContactAgreement { Id = [id] }, "deputy")).Id.ShouldBe("RegisterEntryNotFound");
        _school.Store.FamilyLinks.Load().Find(_school.IdOf("n.obrien"), "F-1042", _school.Clock.Now.UtcTicks, long.MaxValue).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_due_for_review_is_found()
    {
        await Declare(r => r.ReviewDate = new TimeInput("2026-12-01"));
        await Declare(r => r.FamilyId = "F-7");
        _school.Clock.Now = DateTimeOffset.Parse("2026-12-01T00:00:01+00:00");
        var due = (await _school.RunAsync(new GetRelationshipDeclaration { ReviewDue = true }, _school.As("head"))).Of<RelationshipDeclaration>().ShouldHaveSingleItem();
        due.FamilyId.ShouldBe("F-1042");
        due.ReviewDue.ShouldBeTrue();
    }

    [Fact]
    public async Task That_somebody_read_it_is_in_the_audit_trail_and_what_it_says_is_not_in_the_chain()
    {
        await Declare(_ => { });
        await _school.RunAsync(new GetRelationshipDeclaration { User = ["n.obrien"] }, _school.As("d.prot"));
        var entries = (await _school.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Where(e => string.Equals(e.Clause, "REL-1", StringComparison.Ordinal)).ToList();
        entries.Select(e => e.Command).ShouldBe(["New-RelationshipDeclaration", "Get-RelationshipDeclaration"], ignoreOrder: true);
        entries.ShouldAllBe(e => !e.Subject.Contains("Sister", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_clauses_go_by_what_is_recorded()
    {
        (await ControlOf("REL-1")).Status.ShouldBe(ControlStatus.NotCovered);
        (await ControlOf("REL-2")).Status.ShouldBe(ControlStatus.NotCovered);
        await Declare(r => r.ReviewDate = new TimeInput("2026-12-01"));
        _school.Clock.Now = _school.Clock.Now.AddDays(30);
        var control = await ControlOf("REL-1");
        control.Status.ShouldBe(ControlStatus.Recorded);
        control.Evidence.ShouldBe("1 declaration in force of 1 entry; 1 is due for review.");
        (await ControlOf("REL-2")).Status.ShouldBe(ControlStatus.NotCovered);

        async Task<PolicyControl> ControlOf(string clause) => (await _school.RunAsync(new GetPolicyControl())).Of<PolicyControl>().Single(c => string.Equals(c.Clause, clause, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_if_records_nothing()
    {
        var sink = new RecordingSink { Agrees = false };
        await _school.RunAsync(Declaration(_ => { }), _school.As("head"), sink);
        await _school.RunAsync(Agreement(_ => { }), _school.As("head"), sink);
        _school.Store.FamilyLinks.LoadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task Entries_are_never_edited()
    {
        await Declare(_ => { });
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => _school.Store.Execute("UPDATE family_link SET family_id = 'F-1'"));
    }

    private static NewRelationshipDeclaration Declaration(Action<NewRelationshipDeclaration> change)
    {
        var request = new NewRelationshipDeclaration { User = "n.obrien", FamilyId = "F-1042", Relationship = "Sister of the mother" };
        change(request);
        return request;
    }

    private static NewFamilyContactAgreement Agreement(Action<NewFamilyContactAgreement> change)
    {
        var request = new NewFamilyContactAgreement { User = "n.obrien", FamilyId = "F-1042", Reason = "Mother abroad, no telephone" };
        change(request);
        return request;
    }

    private async Task<RelationshipDeclaration> Declare(Action<NewRelationshipDeclaration> change, string op = "head") =>
        (await _school.RunAsync(Declaration(change), _school.As(op))).Of<RelationshipDeclaration>().Single();

    private Task<Fault> FaultOf(PolicyRequest request, string user) => _school.FaultOfAsync(request, _school.As(user));
}
