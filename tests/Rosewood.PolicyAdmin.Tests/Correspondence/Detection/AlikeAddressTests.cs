using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Tests.Support;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>Private mailboxes that nobody declared: when they count as a member of staff's, and when never.</summary>
public sealed class AlikeAddressTests
{
    private const string Sarah = "s.jones@rosewood.example";
    private const string MartaAlike = "marta.kowalczykreid@yahoo.co.uk";
    private const string Unlike = "bluebird32@virginmedia.com";

    [Fact]
    public async Task It_counts_with_several_families_and_with_one_it_may_be_a_parents()
    {
        using var school = await OpenAsync();
        school.Sent(Day(2), MartaAlike, "m1@x.example", Mother, Office);
        (await school.FindAsync(possible: true)).ShouldBeEmpty();

        var findings = await school.Sent(Day(3), MartaAlike, "m2@x.example", Two, Office).FindAsync(possible: true);
        findings.Select(f => f.Correspondent).ShouldBe(["family:F-1", "family:F-2"], ignoreOrder: true);
        findings.ShouldAllBe(f => f.Person == "Marta Kowalczyk-Reid" && f.Kind == CorrespondenceKind.PersonalAddress);
        findings[0].Explanation.ShouldContain("m…@yahoo.co.uk");
    }

    [Fact]
    public async Task With_one_family_it_is_never_held_against_anybody_since_it_may_be_a_parents_who_is_not_registered()
    {
        using var school = await OpenAsync(moreStaff: "e.okafor@rosewood.example,Emeka Okafor,Teacher,e.okafor,\n");
        for (var day = 2; day < 22; day++)
        {
            school.Sent(Day(day), MartaAlike, $"m{day}@x.example", Mother, Office).Sent(Day(day), "e.okafor77@gmail.com", $"e{day}@x.example", Two, Office);
        }

        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_the_address_is_stays_as_doubtful_on_the_tenth_day_as_on_the_first()
    {
        using var school = await OpenAsync();
        for (var day = 2; day < 22; day++)
        {
            school.Sent(Day(day), "m.reid82@icloud.com", $"m{day}@x.example", day % 2 == 0 ? Mother : Two, Office);
        }

        var findings = await school.FindAsync();
        findings.Select(f => f.Correspondent).ShouldBe(["family:F-1", "family:F-2"], ignoreOrder: true);
        findings.ShouldAllBe(f => f.Confidence == 0.7);
    }

    [Fact]
    public async Task One_household_with_two_ids_is_not_several_families()
    {
        using var school = await OpenAsync(moreFamilies: "F-8,Mother,mother.one@gmail.com,\n");
        school.Sent(Day(2), MartaAlike, "m1@x.example", Mother, Office).Sent(Day(3), MartaAlike, "m2@x.example", Father, Office);
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
        (await school.Sent(Day(4), MartaAlike, "m3@x.example", Two, Office).FindAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_familys_address_with_the_surname_is_of_their_kin_whatever_the_first_name()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,anna.reid@gmail.com,\n");
        school.Sent(Day(2), MartaAlike, "m1@x.example", "anna.reid@gmail.com", Office).Sent(Day(3), MartaAlike, "m2@x.example", Two, Office);
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_somebody_who_declared_an_address_another_is_an_impostors()
    {
        using var school = await OpenAsync();
        school.Sent(Day(2), "d.okonkwo77@outlook.com", "m1@x.example", Mother).Sent(Day(3), "d.okonkwo77@outlook.com", "m2@x.example", Two);
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_familys_own_address_is_alike_as_well_it_is_their_kins()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,anna.kowalczykreid@gmail.com,\nF-8,Father,m.kowalczykreid@icloud.com,\n");
        school.Sent(Day(2), MartaAlike, "m1@x.example", "m.kowalczykreid@icloud.com").Sent(Day(3), MartaAlike, "m2@x.example", "m.kowalczykreid@icloud.com").Sent(Day(4), MartaAlike, "m3@x.example", "m.kowalczykreid@icloud.com");
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrote_with_the_school_in_a_conversation_of_one_family_it_counts_less()
    {
        using var school = await OpenAsync();
        foreach (var (day, family) in ((int, string)[])[(2, Mother), (4, Two), (9, Mother), (11, Two)])
        {
            school.Row(Day(day), family, Office, $"q{day}@x.example", subject: $"Swimming kit on day {day}")
                .Row(Day(day + 1), MartaAlike, Office, $"a{day}@x.example", subject: $"RE: Swimming kit on day {day}");
        }

        (await school.FindAsync()).ShouldBeEmpty();
        var possible = await school.FindAsync(possible: true);
        possible.Select(f => f.Correspondent).ShouldBe(["family:F-1", "family:F-2"], ignoreOrder: true);
        possible.ShouldAllBe(f => f.Explanation.Contains("under the subject of a conversation with this family", StringComparison.Ordinal));

        // A parent here has the subjects of other parents.
        await school.Workspace.RunAsync(new NewRelationshipDeclaration { User = "m.reid", FamilyId = "F-1", Relationship = "Neighbours", Since = TimeInput.Parse("2020-01-01"), DeclaredTo = "head" }, school.Workspace.As("head"));
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_school_calls_an_address_tells_whose_it_is()
    {
        using var school = await OpenAsync();
        school.Called(Unlike, "Jones, Sarah");
        school.Headed(Day(2), Marta, "m1@x.example", [Mother], cc: [Unlike]).Headed(Day(3), Marta, "m2@x.example", [Two], cc: [Unlike]);
        var findings = await school.FindAsync();
        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(f => f.Person == "Sarah Jones");

        using var nameless = await OpenAsync();
        nameless.Headed(Day(2), Marta, "m1@x.example", [Mother], cc: [Unlike]).Headed(Day(3), Marta, "m2@x.example", [Two], cc: [Unlike]);
        (await nameless.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Called_by_two_peoples_names_it_is_nobodys()
    {
        using var school = await OpenAsync();
        school.Called(Unlike, "Sarah Jones").Headed(Day(2), Marta, "m1@x.example", [Mother], cc: [Unlike]);
        school.Called(Unlike, "Simon Jones").Headed(Day(3), Marta, "m2@x.example", [Two], cc: [Unlike]).Headed(Day(4), Sarah, "m3@x.example", [Two], cc: [Unlike]);
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_colleagues_of_one_name_neither_is_meant()
    {
        using var school = await OpenAsync(moreStaff: "s.jones3@rosewood.example,Sarah Jones,Teacher,s.jones3,\n");
        school.Called(Unlike, "Sarah Jones").Headed(Day(2), Marta, "m1@x.example", [Mother], cc: [Unlike]).Headed(Day(3), Marta, "m2@x.example", [Two], cc: [Unlike]);
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
    }

    private static string Day(int day) => $"2026-11-{day:00}T10:00:00Z";
}
