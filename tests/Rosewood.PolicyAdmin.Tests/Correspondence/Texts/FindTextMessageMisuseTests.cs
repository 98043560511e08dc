using Rosewood.PolicyAdmin.Correspondence.Texts;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Texts;

public sealed class FindTextMessageMisuseTests
{
    [Fact]
    public async Task Nothing_imported_is_no_clean_result()
    {
        using var school = await TextSchool.OpenAsync();
        (await school.Workspace.FaultOfAsync(new FindTextMessageMisuse())).Id.ShouldBe("TextMessagesNotImported");
    }

    [Theory]
    [InlineData("o.admin")]
    [InlineData("O.Admin@rosewood.example")]
    [InlineData("Olive Admin")]
    [InlineData("Mrs O Admin")]
    [InlineData("Hana Head")]
    [InlineData("Office")]
    [InlineData("f.worker")]
    public async Task Those_who_may_send_and_declared_shared_logins_are_no_finding(string sender)
    {
        using var school = await TextSchool.OpenAsync(new() { SharedTextSenders = ["office"], TextSenders = ["f.worker@rosewood.example"] });
        await school.ImportAsync($"2026-11-03 09:00:00,{sender},07700 900123,,Hi\n");
        (await school.FoundAsync(possible: true)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("d.okonkwo", 0.9)]
    [InlineData("dan.own@home.example", 0.9)]
    [InlineData("\"Okonkwo, Mr Daniel\"", 0.9)]
    [InlineData("Mr Okonkwo", 0.58)]
    [InlineData("Mr D. Okonkwo", 0.58)]
    public async Task A_teacher_who_sends_is_found_by_every_name_that_the_roster_knows(string sender, double confidence)
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync($"2026-11-03 09:00:00,{sender},07700 900123,,Hi\n2026-11-04 09:00:00,{sender},07700 900124,,Hi\n");
        var finding = (await school.FoundAsync()).ShouldHaveSingleItem();
        finding.ShouldSatisfyAllConditions(
            f => (f.Person, f.OnRoster, f.Kind, f.Count).ShouldBe(("Daniel Okonkwo", true, TextMessageMisuseKind.SenderNotAllowed, 2)),
            f => (f.Recipient, f.Clause).ShouldBe(("family:F-1", "COM-3")),
            f => f.Confidence.ShouldBe(confidence, 0.011),
            f => f.LastSeen.Day.ShouldBe(4),
            f => f.Explanation.Contains("Only title and surname", StringComparison.Ordinal).ShouldBe(confidence < 0.9));
    }

    [Theory]
    [InlineData("Ms Jones")]
    [InlineData("d.okonkwo@gmail.com")]
    [InlineData("library12")]
    public async Task A_name_that_may_be_anybodys_accuses_nobody(string sender)
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync($"2026-11-03 09:00:00,{sender},07700 900123,,Hi\n");
        var finding = (await school.FoundAsync()).ShouldHaveSingleItem();
        (finding.Kind, finding.OnRoster, finding.PersonId).ShouldBe((TextMessageMisuseKind.UnknownSender, false, null));
    }

    [Fact]
    public async Task A_login_that_the_roster_learns_later_is_known_then()
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync("2026-11-23 09:00:00,library12,07700 900123,,Hi\n");
        (await school.FoundAsync()).ShouldHaveSingleItem().Person.ShouldBe("library12");
        var again = new ImportPolicyPerson { Path = school.Workspace.Write("more.csv", "UserPrincipalName,DisplayName,Roles,LoginNames\nnew.one@rosewood.example,Nia New,Teacher,library12\n") };
        await school.Workspace.RunAsync(again);
        await school.ImportAsync("2026-11-24 09:30:00,library12,07700 900123,,Hi\n");
        (await school.FoundAsync()).ShouldContain(f => string.Equals(f.Person, "Nia New", StringComparison.Ordinal) && f.Kind == TextMessageMisuseKind.SenderNotAllowed);
    }

    [Fact]
    public async Task A_login_used_after_its_owners_last_day_is_asked_about_before_it_not()
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync("2026-11-13 17:00:00,l.eaver,07700 900123,,Hi\n2026-11-16 09:00:00,l.eaver,07700 900125,,Hi\n");
        var finding = (await school.FoundAsync()).ShouldHaveSingleItem();
        (finding.Kind, finding.Count, finding.Recipient).ShouldBe((TextMessageMisuseKind.SenderNotEmployed, 1, "family:F-2"));
    }

    [Fact]
    public async Task Who_holds_the_role_by_now_is_a_question_to_the_roster_and_only_possible()
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync("2026-11-03 09:00:00,f.worker,07700 900123,,Hi\n");
        await school.Workspace.RunAsync(new ImportPolicyPerson { Path = school.Workspace.Write("more.csv", "UserPrincipalName,DisplayName,Roles,LoginNames\nf.worker@rosewood.example,Fay Worker,Admin,f.worker\n") });
        var sink = await school.FindAsync();
        sink.Outputs.ShouldBeEmpty();
        sink.Warnings.ShouldContain(w => w.Contains("1 finding is only possible", StringComparison.Ordinal));
        (await school.FoundAsync(possible: true)).ShouldHaveSingleItem().Kind.ShouldBe(TextMessageMisuseKind.OutsideRole);
    }

    [Fact]
    public async Task A_number_of_nobody_is_only_possible_a_colleagues_work_number_is_nothing_and_an_old_register_judges_none()
    {
        using var school = await TextSchool.OpenAsync();
        const string Known = "2026-11-03 09:00:00,o.admin,07700 900123,,Hi\n2026-11-03 09:00:00,o.admin,07700 900124,,Hi\n2026-11-03 09:00:00,o.admin,07700 900125,,Hi\n2026-11-03 09:00:00,o.admin,07700 900501,,Hi\n";
        await school.ImportAsync(Known + "2026-11-03 09:00:00,o.admin,07700 900999,,Hi\n");
        (await school.FoundAsync()).ShouldBeEmpty();
        var finding = (await school.FoundAsync(possible: true)).ShouldHaveSingleItem();
        (finding.Person, finding.Kind, finding.Recipient, finding.Confidence).ShouldBe(("Olive Admin", TextMessageMisuseKind.UnknownRecipient, "unknown number", 0.3));
        await school.ImportAsync("2026-11-03 09:00:00,o.admin,07700 900998,,Hi\n");
        var sink = await school.FindAsync(possible: true);
        sink.Outputs.ShouldBeEmpty();
        sink.Warnings.ShouldContain(w => w.Contains("the register seems old", StringComparison.Ordinal) && w.Contains("1 text went to work numbers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_phone_of_the_schools_that_is_nobodys_on_the_roster_is_no_unknown_recipient()
    {
        const string Rows = "2026-11-02 09:00:00,o.admin,07700 900123,,Hi\n2026-11-02 09:01:00,o.admin,07700 900124,,Hi\n2026-11-02 09:02:00,o.admin,07700 900125,,Hi\n2026-11-02 09:03:00,o.admin,07700 900126,,Hi\n2026-11-03 09:00:00,o.admin,07700 900888,,Hi\n";
        using var without = await TextSchool.OpenAsync();
        await without.ImportAsync(Rows);
        (await without.FindAsync(possible: true)).Of<TextMessageMisuse>().ShouldHaveSingleItem().Kind.ShouldBe(TextMessageMisuseKind.UnknownRecipient);

        using var with = await TextSchool.OpenAsync(new() { SchoolNumbers = ["+447700900888"] });
        await with.ImportAsync(Rows);
        (await with.FindAsync(possible: true)).Outputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_looked_at_and_what_cannot_be_seen_is_said()
    {
        using var school = await TextSchool.OpenAsync(new() { SharedTextSenders = ["Office"], TextSenders = ["no.body@rosewood.example"] }, families: false);
        await school.ImportAsync("2026-11-03 09:00:00,Office,07700 900123,,Hi\n2026-11-04 09:00:00,Office,?,,Hi\n2026-11-05 09:00:00,07700 900123,Rosewood,,Hi\n");
        var sink = await school.FindAsync();
        sink.Outputs.ShouldBeEmpty();
        var said = string.Join('\n', sink.Warnings);
        foreach (var part in new[] { "Looked at 2 texts that were sent from 2026-11-03 to 2026-11-04; 1 answer of families left aside", "private phones", "2 texts were sent with logins that several people use", "1 text has no number", "No phone number of any family", "1 account under correspondence.textSenders" })
        {
            said.ShouldContain(part);
        }
    }

    [Fact]
    public async Task A_dismissal_holds_back_its_kind_and_User_chooses_people()
    {
        using var school = await TextSchool.OpenAsync();
        await school.ImportAsync("2026-11-03 09:00:00,d.okonkwo,07700 900123,,Hi\n2026-11-03 09:00:00,s.jones,07700 900123,,Hi\n2026-11-03 09:00:00,library12,07700 900123,,Hi\n");
        (await school.FindAsync(user: "s.jones")).Of<TextMessageMisuse>().ShouldHaveSingleItem().Person.ShouldBe("Sarah Jones");
        await school.Workspace.RunAsync(
            new AddFindingSuppression { Finding = FindingKind.TextMessageMisuse, User = ["d.okonkwo"], Evidence = ["SenderNotAllowed"], Reason = "Trip leader, asked by the head" },
            school.Workspace.As("h.head"));
        var sink = await school.FindAsync();
        sink.Of<TextMessageMisuse>().Select(f => f.Person).ShouldBe(["Sarah Jones", "library12"]);
        sink.Warnings.ShouldContain(w => w.Contains("held back by a dismissal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_control_is_audited_from_the_newest_import_and_overdue_after_a_month()
    {
        using var school = await TextSchool.OpenAsync();
        Control().Status.ShouldBe(ControlStatus.NotCovered);
        await school.ImportAsync("2026-11-03 09:00:00,o.admin,07700 900123,,Hi\n");
        Control().ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.Audited), c => c.Evidence.ShouldContain("the last of 2026-11-03"), c => c.EvidenceAt.ShouldBe(school.Workspace.Clock.Now));
        school.Workspace.Clock.Now = school.Workspace.Clock.Now.AddDays(32);
        Control().ShouldSatisfyAllConditions(c => c.Status.ShouldBe(ControlStatus.NotCovered), c => c.Evidence.ShouldStartWith("Overdue: texts were last imported 32 days ago"));

        PolicyControl Control() => ControlReader.Read(school.Workspace.Context("Get-PolicyControl")).Single(c => c.Clause is "COM-3");
    }
}
