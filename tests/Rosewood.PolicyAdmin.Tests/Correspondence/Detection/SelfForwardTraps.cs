using System.Globalization;
using Rosewood.PolicyAdmin.Correspondence;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>School mail sent to oneself: each innocent story beside its guilty twin.</summary>
public sealed class SelfForwardTraps
{
    [Fact]
    public async Task Sending_ones_own_payslip_home_is_no_family_business_and_a_familys_letter_is()
    {
        using var innocent = await OpenAsync();
        innocent.Headed("2026-11-03T10:00:00Z", "payroll@council.example", "pay@council.example", [Daniel]).Headed("2026-11-03T10:05:00Z", Daniel, "fw@x.example", [DanielOwn], "pay@council.example");
        innocent.Sent("2026-11-03T10:05:00Z", Daniel, "fw@x.example", DanielOwn);
        (await innocent.FindAsync()).ShouldBeEmpty();

        using var guilty = await OpenAsync();
        guilty.Headed("2026-11-03T10:00:00Z", Mother, "letter@mail.gmail.com", [Daniel]).Headed("2026-11-03T10:05:00Z", Daniel, "fw@x.example", [DanielOwn], "letter@mail.gmail.com");
        var finding = await guilty.FindOneAsync();
        (finding.Person, finding.Kind, finding.Correspondent).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.SelfForward, "d…@gmail.com"));
        finding.Explanation.ShouldContain("declared");
        finding.Explanation.ShouldContain("family:F-1");
    }

    [Fact]
    public async Task The_letter_may_be_in_the_trace_only()
    {
        using var school = await OpenAsync();
        school.Sent("2026-11-03T10:00:00Z", Mother, "letter@mail.gmail.com", Daniel).Headed("2026-11-03T10:05:00Z", Daniel, "fw@x.example", [DanielOwn], "letter@mail.gmail.com");
        (await school.FindOneAsync()).Kind.ShouldBe(CorrespondenceKind.SelfForward);
    }

    [Fact]
    public async Task Without_headers_a_rhythm_far_beyond_chance_tells()
    {
        using var innocent = await OpenAsync();
        using var guilty = await OpenAsync();
        for (var day = 2; day < 14; day++)
        {
            var date = string.Create(CultureInfo.InvariantCulture, $"2026-11-{day:00}");
            guilty.Sent($"{date}T10:00:00Z", Mother, $"f{day}@mail.gmail.com", Daniel).Sent($"{date}T10:04:00Z", Daniel, $"s{day}@x.example", DanielOwn);
            innocent.Sent($"{date}T10:00:00Z", Mother, $"f{day}@mail.gmail.com", Daniel).Sent($"{date}T15:{day}:00Z", Daniel, $"s{day}@x.example", DanielOwn);
        }

        (await innocent.FindAsync()).ShouldBeEmpty();
        var possible = (await innocent.FindAsync(possible: true)).ShouldHaveSingleItem();
        possible.Confidence.ShouldBeLessThan(0.5);
        var finding = await guilty.FindOneAsync();
        (finding.Kind, finding.Count).ShouldBe((CorrespondenceKind.SelfForward, 12));
        finding.Explanation.ShouldContain("within 5 minutes");
    }

    [Theory]
    [InlineData("marta.reid@gmail.com", true)]
    [InlineData("MartaKowalczykReid@outlook.com", true)]
    [InlineData("m.reid82@icloud.com", true)]
    [InlineData("peter.reid@gmail.com", false)]
    [InlineData("marta.nowak@gmail.com", false)]
    [InlineData("marta.reid@nhs.example", false)]
    public async Task An_address_alike_to_the_persons_name_is_weighed(string address, bool isOwn)
    {
        using var school = await OpenAsync();
        Forward(school, Marta, address);
        var found = await school.FindAsync();
        found.Count(f => f.Kind == CorrespondenceKind.SelfForward).ShouldBe(isOwn ? 1 : 0, address);
    }

    [Fact]
    public async Task A_parent_who_shares_the_name_is_that_parent()
    {
        using var innocent = await OpenAsync(moreFamilies: "F-3,Parent,marta.reid@gmail.com,\n");
        Forward(innocent, Marta, "marta.reid@gmail.com");
        (await innocent.FindAsync(possible: true)).ShouldBeEmpty();

        // Not in the register, but copied in beside a family: perhaps their other parent.
        using var other = await OpenAsync();
        other.Headed("2026-11-03T10:00:00Z", Mother, "l@mail.gmail.com", [Marta]).Headed("2026-11-03T10:05:00Z", Marta, "r@x.example", [Mother, "marta.reid@gmail.com"], "l@mail.gmail.com");
        (await other.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_colleague_of_the_same_name_makes_it_ambiguous()
    {
        using var school = await OpenAsync();
        Forward(school, "s.jones@rosewood.example", "s.jones84@gmail.com");
        (await school.FindAsync()).ShouldBeEmpty();

        using var whole = await OpenAsync();
        Forward(whole, "s.jones@rosewood.example", "sarah.jones84@gmail.com");
        (await whole.FindOneAsync()).Person.ShouldBe("Sarah Jones");
    }

    [Fact]
    public async Task An_address_that_writes_with_others_of_the_school_is_rather_a_parents()
    {
        using var school = await OpenAsync();
        school.Sent("2026-11-01T10:00:00Z", "marta.reid@gmail.com", "q@mail.gmail.com", Office, Pat);
        Forward(school, Marta, "marta.reid@gmail.com");
        (await school.FindAsync()).ShouldBeEmpty();

        // A sick note to the office goes from one's own address.
        using var own = await OpenAsync();
        own.Sent("2026-11-01T10:00:00Z", "marta.reid@gmail.com", "q@mail.gmail.com", Office);
        Forward(own, Marta, "marta.reid@gmail.com");
        (await own.FindOneAsync()).Person.ShouldBe("Marta Kowalczyk-Reid");
    }

    [Fact]
    public async Task An_address_of_which_nothing_is_known_takes_several_households_and_more_than_a_few_days()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,seven@gmail.com,\n");
        string[] families = [Mother, Two, "seven@gmail.com", Mother, Two];
        for (var i = 0; i < families.Length; i++)
        {
            school.Headed($"2026-11-{10 + i}T10:00:00Z", families[i], $"l{i}@mail.gmail.com", [Daniel]).Headed($"2026-11-{10 + i}T10:05:00Z", Daniel, $"fw{i}@x.example", ["bluebird32@virginmedia.com"], $"l{i}@mail.gmail.com");
            (await school.FindAsync()).Count.ShouldBe(i < 4 ? 0 : 1, $"after {i + 1} days");
        }

        (await school.FindOneAsync()).Explanation.ShouldContain("of which nothing is known");
    }

    [Fact]
    public async Task An_address_with_the_surname_alone_that_gets_one_households_mail_stays_only_possible()
    {
        using var school = await OpenAsync();
        for (var day = 10; day < 20; day++)
        {
            school.Headed($"2026-11-{day}T10:00:00Z", Mother, $"l{day}@mail.gmail.com", [Marta]).Headed($"2026-11-{day}T10:05:00Z", Marta, $"fw{day}@x.example", ["reid@sky.com"], $"l{day}@mail.gmail.com");
        }

        (await school.FindAsync()).ShouldBeEmpty();
        (await school.FindAsync(possible: true)).ShouldHaveSingleItem().Confidence.ShouldBe(0.45);
    }

    [Fact]
    public async Task Mail_of_a_family_of_that_surname_goes_to_their_other_parent()
    {
        using var school = await OpenAsync(moreFamilies: "F-7,Mother,anna.reid@gmail.com,\n", moreStaff: "z.reid@rosewood.example,Zara Reid,Teacher,z.reid,zara@gmail.com\n");
        Kin(Marta, "m.kowalczykreid@icloud.com");
        (await school.FindAsync(possible: true)).ShouldBeEmpty();
        Kin("z.reid@rosewood.example", "zara@gmail.com");
        (await school.FindOneAsync()).Person.ShouldBe("Zara Reid", "her own address was declared");

        void Kin(string from, string to) =>
            school.Headed("2026-11-03T10:00:00Z", "anna.reid@gmail.com", "k" + to, [from]).Headed("2026-11-03T10:05:00Z", from, "f" + to, [to], "k" + to);
    }

    private static void Forward(MailSchool school, string from, string to) =>
        school.Headed("2026-11-03T10:00:00Z", Mother, "letter@mail.gmail.com", [from]).Headed("2026-11-03T10:05:00Z", from, "fw@x.example", [to], "letter@mail.gmail.com");
}
