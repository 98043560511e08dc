using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

public sealed class PersonalNumberTests
{
    private const string At = "2026-11-03T10:00:00Z";
    private const string Signed = "Tom did well today.\n\nKind regards\nDaniel Okonkwo\nM: 07700 900999";
    private static readonly CorrespondenceConfig Allowed = new() { ReadSignatures = true };

    [Fact]
    public async Task A_private_number_in_a_signature_is_found_and_neither_it_nor_the_text_is_shown()
    {
        using var school = await OpenAsync(Allowed);
        var found = await school.Texted(At, Daniel, "m1@x.example", Signed, Mother).FindOneAsync();
        found.ShouldSatisfyAllConditions(
            f => (f.Person, f.Kind, f.Clause, f.Correspondent, f.MessageId, f.Count).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.PersonalNumber, "COM-2", "07…999", "m1@x.example", 1)),
            f => f.When.ShouldBe(DateTimeOffset.Parse(At, CultureInfo.InvariantCulture)),
            f => f.Confidence.ShouldBe(0.75),
            f => f.Explanation.ShouldBe("A phone number stands in the writer's signature, in a message to a family; it is no work number of the roster's. A school mobile that the roster lacks looks the same."),
            f => f.DeclaredAs.ShouldBeNull());
    }

    [Fact]
    public async Task Without_the_schools_decision_no_text_is_read()
    {
        using var school = await OpenAsync();
        var fault = await school.Texted(At, Daniel, "m1@x.example", Signed, Mother).FaultOfAsync();
        (fault.Id, fault.Kind).ShouldBe(("MessageTextNotAllowed", FaultKind.NotAuthorised));
    }

    [Fact]
    public async Task Each_reading_is_in_the_audit_trail()
    {
        using var school = await OpenAsync(Allowed);
        await school.Texted(At, Daniel, "m1@x.example", Signed, Mother).RunAsync(user: ["Marta Kowalczyk-Reid"]);
        (await school.Workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().Count(static e => e is { Command: "Find-UnofficialCorrespondence", Clause: "COM-2", Subject: "message texts" }).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_not_read_since_the_person_is_misspelt_is_in_no_audit_trail()
    {
        using var school = await OpenAsync(Allowed);
        school.Workspace.Write("texts.json", "[]");
        (await school.Workspace.FaultOfAsync(new FindUnofficialCorrespondence { MessageText = [Path.Combine(school.Workspace.Folder, "texts.json")], User = ["Nobody Here"] })).Id.ShouldBe("PersonNotFound");
        (await school.Workspace.RunAsync(new GetPolicyAudit())).Of<AuditEntry>().ShouldNotContain(static e => e.Subject == "message texts");
    }

    [Fact]
    public async Task In_three_messages_on_two_days_it_is_a_habit()
    {
        using var school = await OpenAsync(Allowed);
        var found = await school
            .Texted(At, Daniel, "m1@x.example", Signed, Mother)
            .Texted("2026-11-04T10:00:00Z", Daniel, "m2@x.example", Signed, Two)
            .Texted("2026-11-05T10:00:00Z", Daniel, "m3@x.example", Signed, Father, Two)
            .FindOneAsync();
        (found.Count, found.Confidence).ShouldBe((3, 0.9));
        found.Explanation.ShouldContain("in 3 messages to 2 families");
    }

    [Theory]
    [InlineData("work number of a colleague's", "07700 900777")]
    [InlineData("a family's", "07700 900123")]
    [InlineData("in the school's list", "07700 900888")]
    public async Task A_number_that_is_somebody_elses_is_no_finding(string whose, string number)
    {
        using var school = await OpenAsync(Allowed with { SchoolNumbers = ["+447700900888"] });
        await school.Workspace.RunAsync(new ImportPolicyPerson { Path = school.Workspace.Write("phones.csv", "UserPrincipalName,DisplayName,Roles,WorkPhone\nm.reid@rosewood.example,Marta Kowalczyk-Reid,Teacher,07700 900777\n") });
        (await school.Texted(At, Daniel, "m1@x.example", Signed.Replace("07700 900999", number, StringComparison.Ordinal), Mother).FindAsync(possible: true)).ShouldBeEmpty(whose);
    }

    [Fact]
    public async Task A_number_that_was_once_a_work_number_stays_the_schools()
    {
        using var school = await OpenAsync(Allowed);
        foreach (var phone in new[] { "07700 900999", "07700 900777" })
        {
            await school.Workspace.RunAsync(new ImportPolicyPerson { Path = school.Workspace.Write("phones.csv", $"UserPrincipalName,DisplayName,Roles,WorkPhone\nd.okonkwo@rosewood.example,Daniel Okonkwo,Teacher,{phone}\n") });
            school.Workspace.Clock.Now += TimeSpan.FromDays(1);
        }

        (await school.Texted(At, Daniel, "m1@x.example", Signed, Mother).FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_in_several_peoples_signatures_is_the_schools_and_said()
    {
        using var school = await OpenAsync(Allowed);
        var sink = await school
            .Texted(At, Daniel, "m1@x.example", Signed, Mother)
            .Texted(At, Marta, "m2@x.example", "Marta\n07700 900999", Two)
            .RunAsync(possible: true);
        sink.Of<UnofficialCorrespondence>().ShouldBeEmpty();
        sink.Warnings[1].ShouldContain("1 number stands in several people's messages and was not judged");
    }

    [Theory]
    [InlineData(Marta)]
    [InlineData(DanielOwn)]
    [InlineData("rep@union.example")]
    public async Task Whom_one_may_give_ones_number_is_no_finding(string to)
    {
        using var school = await OpenAsync(Allowed with { ExcludedCorrespondents = ["union.example"] });
        (await school.Texted(At, Daniel, "m1@x.example", Signed, to).FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("somebody@btinternet.com", 0.75)]
    [InlineData("sales@supplier.example", 0.38)]
    public async Task What_an_organisation_gets_is_only_possible(string to, double confidence)
    {
        using var school = await OpenAsync(Allowed);
        (await school.Texted(At, Daniel, "m1@x.example", Signed, to).FindAsync(possible: true)).ShouldHaveSingleItem().Confidence.ShouldBe(confidence);
    }

    [Theory]
    [InlineData(Mother)]
    [InlineData(Office)]
    [InlineData("t.pupil@pupils.rosewood.example")]
    public async Task Texts_of_anybody_but_staff_are_not_looked_at(string from)
    {
        using var school = await OpenAsync(Allowed);
        var sink = await school.Texted(At, from, "m1@x.example", "My mobile is 07700 900999", Two).RunAsync(possible: true);
        sink.Of<UnofficialCorrespondence>().ShouldBeEmpty();
        sink.Warnings[1].ShouldContain("no signature was looked at");
    }

    [Fact]
    public async Task A_text_in_html_is_not_read_and_it_says_how_to_ask_for_plain_text()
    {
        using var school = await OpenAsync(Allowed);
        var sink = await school.Texted(At, Daniel, "m1@x.example", "<div>Daniel<br>07700 900999</div>", Mother).Texted(At, Daniel, "m2@x.example", "Hello", Mother).RunAsync();
        sink.Warnings.ShouldContain(static w => w.Contains("its text is HTML. Ask Graph for plain text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_among_colleagues_is_left_alone_whatever_its_text_is()
    {
        using var school = await OpenAsync(Allowed);
        var sink = await school.Texted(At, Daniel, "m1@x.example", "<div>Daniel<br>07700 900999</div>", Marta).Texted(At, Daniel, "m2@x.example", Signed, Mother).RunAsync();
        sink.Warnings.ShouldNotContain(static w => w.Contains("HTML", StringComparison.Ordinal));
        sink.Warnings[0].ShouldStartWith("Looked at Message text (JSON), 1 record from");
        sink.Warnings[1].ShouldContain("1 message of staff to people outside was looked through for private numbers.");
    }

    [Fact]
    public async Task A_declared_friendship_explains_it_where_nobody_else_got_the_number()
    {
        using var school = await OpenAsync(Allowed);
        await school.Workspace.RunAsync(new NewRelationshipDeclaration { User = "d.okonkwo", FamilyId = "F-2", Relationship = "Friends", DeclaredTo = "h.head" });
        var at = school.Workspace.Clock.Now.AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        (await school.Texted(at, Daniel, "m1@x.example", Signed, Two).FindOneAsync()).DeclaredAs.ShouldBe("REL-1 R-0001");
        (await school.Texted(at, Daniel, "m2@x.example", Signed, "somebody@btinternet.com").FindOneAsync()).DeclaredAs.ShouldBeNull();
    }

    [Fact]
    public async Task A_table_is_read_too()
    {
        using var school = await OpenAsync(Allowed);
        var csv = school.Workspace.Write("sent.csv", $"Message-ID,Date,From,To,Body\n<m1@x.example>,2026-11-03T10:00:00Z,{Daniel},{Mother},\"Hello,\nDaniel\n07700 900999\"\n");
        var sink = await school.Workspace.RunAsync(new FindUnofficialCorrespondence { MessageText = [csv] });
        sink.Of<UnofficialCorrespondence>().ShouldHaveSingleItem().Correspondent.ShouldBe("07…999");
        sink.Warnings[0].ShouldBe("Looked at Message text (CSV), 1 record from 2026-11-03 to 2026-11-03.");
    }

    [Fact]
    public async Task The_clause_says_when_signatures_were_looked_at_last()
    {
        using var school = await OpenAsync();
        (await EvidenceAsync(school)).ShouldContain("correspondence.readSignatures is off");

        using var allowed = await OpenAsync(Allowed);
        (await EvidenceAsync(allowed)).ShouldContain("were not looked for yet");
        await allowed.Texted(At, Daniel, "m1@x.example", Signed, Mother).RunAsync();
        (await EvidenceAsync(allowed)).ShouldContain("in 1 message: 1 finding.");
    }

    [Fact]
    public async Task Nothing_that_is_kept_holds_the_number_or_the_text()
    {
        using var school = await OpenAsync(Allowed);
        var sink = await school.Texted(At, Daniel, "m1@x.example", Signed, Mother).RunAsync();
        File.Delete(Path.Combine(school.Workspace.Folder, "texts.json"));
        string[] secrets = ["900999", "07…999", "Tom did well"];
        Leaks.InFolder(school.Workspace.Folder, secrets).ShouldBeEmpty();
        Leaks.In([sink], ["900999", "Tom did well"]).ShouldBeEmpty();
    }

    private static async Task<string> EvidenceAsync(MailSchool school) =>
        (await school.Workspace.RunAsync(new GetPolicyControl { Clause = ["COM-2"] })).Of<PolicyControl>().Single().Evidence;
}
