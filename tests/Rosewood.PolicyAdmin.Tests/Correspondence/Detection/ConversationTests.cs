using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Tests.Support;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>What ties a message to a family where the family has no part in it; and what looks so and is not.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task A_sent_message_has_no_reply_header_and_Exchanges_conversation_tells()
    {
        using var school = await OpenAsync();
        school.InConversation(Day(2), Mother, "q@x.example", [Daniel], "AAQk1=").InConversation(Day(3), Daniel, "f@x.example", [DanielOwn], "AAQk1=");
        var finding = await school.FindOneAsync();
        finding.Kind.ShouldBe(CorrespondenceKind.SelfForward);
        finding.Explanation.ShouldContain("family:F-1");

        using var other = await OpenAsync();
        other.InConversation(Day(2), Mother, "q@x.example", [Daniel], "AAQk1=").InConversation(Day(3), Daniel, "f@x.example", [DanielOwn], "AAQk2=");
        (await other.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_later_in_a_conversation_was_not_sent_on()
    {
        using var school = await OpenAsync();
        school.InConversation(Day(2), Daniel, "f@x.example", [DanielOwn], "AAQk1=").InConversation(Day(3), Mother, "q@x.example", [Daniel], "AAQk1=");
        (await school.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_headers_the_subject_of_a_familys_mail_tells()
    {
        using var school = await OpenAsync();
        school.Row(Day(2), Mother, Daniel, "q@x.example", subject: "Zoë's splints on Friday").Row(Day(3), Daniel, DanielOwn, "f@x.example", subject: "FW: [EXTERNAL] Zoe\u0308's splints on Friday");
        (await school.FindOneAsync()).Kind.ShouldBe(CorrespondenceKind.SelfForward);
    }

    [Fact]
    public async Task A_subject_that_many_families_have_ties_nothing()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,seven@gmail.com,\n");
        foreach (var family in (string[])[Mother, Two, "seven@gmail.com"])
        {
            school.Row(Day(2), family, Daniel, family[..3] + "@x.example", subject: "Zoo trip on Friday");
        }

        school.Row(Day(3), Daniel, DanielOwn, "f@x.example", subject: "FW: Zoo trip on Friday");
        (await school.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subject_that_goes_round_among_staff_makes_no_letter_to_a_colleague_who_is_a_parent()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,bluebell@gmail.com,\n", moreStaff: "a.one@rosewood.example,Ada One,Teacher,a.one,ada@gmail.com\nb.two@rosewood.example,Bo Two,Teacher,b.two,bo@gmail.com\n");
        foreach (var day in (int[])[2, 9])
        {
            school.Row(Day(day), Marta, "bluebell@gmail.com", $"p{day}@x.example", subject: "Leaving do for Maureen").Row(Day(day), Marta, DanielOwn, $"p{day}@x.example", subject: "Leaving do for Maureen");
        }

        (await school.FindOneAsync()).Kind.ShouldBe(CorrespondenceKind.PersonalAddress, "as long as nobody else has that subject");
        school.Row(Day(3), Marta, "ada@gmail.com", "p3@x.example", subject: "Leaving do for Maureen").Row(Day(4), Marta, "bo@gmail.com", "p4@x.example", subject: "Re: Leaving do for Maureen");
        (await school.FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_family_that_meets_several_colleagues_at_home_is_of_their_circle()
    {
        const string Staff = "a.one@rosewood.example,Ada One,Teacher,a.one,ada@gmail.com\nb.two@rosewood.example,Bo Two,Teacher,b.two,bo@gmail.com\n";
        using var school = await OpenAsync(moreStaff: Staff);
        foreach (var (own, number) in ((string, int)[])[(DanielOwn, 1), ("ada@gmail.com", 2)])
        {
            school.Sent(Day(number), Mother, $"c{number}@x.example", own, Office);
        }

        (await school.FindAsync()).Count.ShouldBe(2);
        (await school.Sent(Day(3), Mother, "c3@x.example", "bo@gmail.com", Office).FindAsync()).ShouldBeEmpty("three of the staff by their own addresses");
        (await school.Sent(Day(4), DanielOwn, "c4@x.example", Mother, Office).FindOneAsync()).Person.ShouldBe("Daniel Okonkwo", "what somebody wrote is their own doing");
    }

    [Fact]
    public async Task What_is_sure_about_one_family_is_not_sure_about_another()
    {
        using var school = await OpenAsync();
        for (var day = 2; day < 12; day++)
        {
            school.Sent(Day(day), DanielOwn, $"m{day}@x.example", Mother);
        }

        // A family's thread, once: it stays only possible, whatever there was with another family.
        school.Headed(Day(13), Two, "q@x.example", [Office]).Headed(Day(14), DanielOwn, "a@x.example", [Office], "q@x.example");
        var findings = await school.FindAsync(possible: true);
        findings.Single(f => string.Equals(f.Correspondent, "family:F-1", StringComparison.Ordinal)).Confidence.ShouldBeGreaterThan(0.9);
        var other = findings.Single(f => string.Equals(f.Correspondent, "family:F-2", StringComparison.Ordinal));
        (other.Count, other.Confidence).ShouldBe((1, 0.49));
        other.Explanation.ShouldContain("in a thread");
    }

    [Fact]
    public async Task A_subject_in_common_stays_as_weak_as_it_is_whatever_there_was_with_another_family()
    {
        using var school = await OpenAsync();
        for (var day = 2; day < 22; day++)
        {
            school.Sent(Day(day), DanielOwn, $"m{day}@x.example", Mother);
        }

        school.Row(Day(23), Two, Office, "q@x.example", subject: "Swimming kit on Friday").Row(Day(24), DanielOwn, Office, "a@x.example", subject: "RE: Swimming kit on Friday");
        (await school.FindAsync(possible: true)).Single(f => string.Equals(f.Correspondent, "family:F-2", StringComparison.Ordinal)).Confidence.ShouldBe(0.1);
    }

    [Fact]
    public async Task What_somebody_outside_writes_to_both_is_never_more_than_possible()
    {
        using var school = await OpenAsync();
        for (var day = 2; day < 22; day++)
        {
            school.Sent(Day(day), "club@swimmers.example", $"m{day}@x.example", Mother, DanielOwn, Office);
        }

        (await school.FindAsync()).ShouldBeEmpty();
        (await school.FindAsync(possible: true)).ShouldHaveSingleItem().Confidence.ShouldBe(0.45);
    }

    [Fact]
    public async Task What_goes_round_among_colleagues_is_never_more_than_possible()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,sarah.jones@gmail.com,\n");
        for (var day = 2; day < 22; day++)
        {
            school.Sent(Day(day), Marta, $"m{day}@x.example", "sarah.jones@gmail.com", DanielOwn);
        }

        (await school.FindAsync()).ShouldBeEmpty();
        (await school.FindAsync(possible: true)).ShouldHaveSingleItem().Confidence.ShouldBe(0.45);
    }

    [Fact]
    public async Task A_subject_of_months_before_says_nothing_about_who_has_it_now()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,seven@gmail.com,\n");
        school.Row("2026-09-02T10:00:00Z", Two, Daniel, "q1@x.example", subject: "Zoo trip on Friday").Row("2026-09-03T10:00:00Z", "seven@gmail.com", Daniel, "q2@x.example", subject: "Zoo trip on Friday")
            .Row(Day(2), Mother, Daniel, "q3@x.example", subject: "Zoo trip on Friday").Row(Day(3), Daniel, DanielOwn, "f@x.example", subject: "FW: Zoo trip on Friday");
        (await school.FindOneAsync()).Explanation.ShouldContain("family:F-1");
    }

    [Fact]
    public async Task A_link_to_a_family_explains_what_went_by_an_address_that_its_sisters_family_has_as_well()
    {
        using var school = await OpenAsync(moreFamilies: "F-8,Mother,mother.one@gmail.com,\n");
        school.Sent(Day(2), DanielOwn, "m1@x.example", Mother).Sent(Day(3), DanielOwn, "m2@x.example", Father);
        await school.Workspace.RunAsync(new NewRelationshipDeclaration { User = "d.okonkwo", FamilyId = "F-8", Relationship = "Cousins", Since = TimeInput.Parse("2020-01-01"), DeclaredTo = "head" }, school.Workspace.As("head"));
        var findings = await school.FindAsync();
        findings.Single(f => string.Equals(f.Correspondent, "family:F-8", StringComparison.Ordinal)).DeclaredAs.ShouldBe("REL-1 R-0001");
        findings.Single(f => string.Equals(f.Correspondent, "family:F-1", StringComparison.Ordinal)).DeclaredAs.ShouldBeNull("the father's address is only of the one family");
    }

    [Fact]
    public async Task Somebody_with_a_declared_friendship_meets_other_parents_as_a_friend()
    {
        using var school = await OpenAsync();
        school.Sent(Day(2), Two, "m1@x.example", DanielOwn, Office);
        (await school.FindOneAsync()).Confidence.ShouldBe(0.5);
        await school.Workspace.RunAsync(new NewRelationshipDeclaration { User = "d.okonkwo", FamilyId = "F-1", Relationship = "Neighbours", Since = TimeInput.Parse("2020-01-01"), DeclaredTo = "head" }, school.Workspace.As("head"));
        (await school.FindAsync()).ShouldBeEmpty();
        (await school.FindAsync(possible: true)).ShouldHaveSingleItem().Confidence.ShouldBe(0.25);
    }

    private static string Day(int day) => $"2026-11-{day:00}T10:00:00Z";
}
