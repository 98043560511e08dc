using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Workspace;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

/// <summary>Personal addresses among families: each innocent story beside its guilty twin.</summary>
public sealed class PersonalAddressTraps
{
    private const string At = "2026-11-03T10:00:00Z";

    [Fact]
    public async Task One_id_for_two_recipients_shows_that_a_personal_address_was_copied_in()
    {
        using var guilty = await OpenAsync();
        guilty.Sent(At, Marta, "m1@x.example", Mother, DanielOwn);
        (await guilty.FindAsync()).ShouldBeEmpty("once may be the wrong entry of an address book");
        var finding = await guilty.Sent("2026-11-12T10:00:00Z", Marta, "m3@x.example", Mother, DanielOwn).FindOneAsync();
        finding.Person.ShouldBe("Daniel Okonkwo");
        finding.Kind.ShouldBe(CorrespondenceKind.PersonalAddress);
        finding.Correspondent.ShouldBe("family:F-1");
        finding.Clause.ShouldBe("COM-1");
        finding.MessageId.ShouldBe("m1@x.example");
        finding.Count.ShouldBe(2);
        finding.When.ShouldBe(DateTimeOffset.Parse(At, System.Globalization.CultureInfo.InvariantCulture));
        finding.DeclaredAs.ShouldBeNull();

        using var innocent = await OpenAsync();
        (await innocent.Sent(At, Marta, "m1@x.example", Mother).Sent(At, Marta, "m2@x.example", DanielOwn).FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_messages_with_one_family_are_one_finding_and_the_same_message_in_two_exports_counts_once()
    {
        using var school = await OpenAsync();
        for (var day = 10; day < 20; day++)
        {
            school.Sent($"2026-11-{day}T10:00:00Z", DanielOwn, $"m{day}@mail.gmail.com", Mother)
                .Headed($"2026-11-{day}T10:00:00Z", DanielOwn, $"m{day}@mail.gmail.com", [Mother]);
        }

        var finding = await school.FindOneAsync();
        (finding.Count, finding.MessageIds.Count).ShouldBe((10, 5));
        finding.LastSeen!.Value.Day.ShouldBe(19);
    }

    [Theory]
    [InlineData("Daniel.Okonkwo+kids@googlemail.com")]
    [InlineData("danielokonkwo@GMAIL.com")]
    public async Task The_address_is_known_by_its_mailbox_however_it_is_written(string written)
    {
        using var school = await OpenAsync();
        (await school.Sent(At, written, "m1@mail.gmail.com", Father).FindOneAsync()).Person.ShouldBe("Daniel Okonkwo");
        using var other = await OpenAsync();
        (await other.Sent(At, written.Replace("okonkwo", "okonkw", StringComparison.OrdinalIgnoreCase), "m1@mail.gmail.com", Father).FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_alike_display_name_from_outside_is_an_attack_and_not_the_person()
    {
        using var innocent = await OpenAsync();
        innocent.Headed(At, "\"Daniel Okonkwo <daniel.okonkwo@gmail.com>\" <evil77@gmail.com>", "m1@mail.gmail.com", [Mother, Office]);
        innocent.Headed(At, "Daniel Okonkwo <daniel.okonkwo.rosewood@gmail.com>", "m2@mail.gmail.com", [Mother, Office]);
        (await innocent.FindAsync(possible: true)).ShouldBeEmpty();

        using var guilty = await OpenAsync();
        (await guilty.Headed(At, "Anybody <daniel.okonkwo@gmail.com>", "m1@mail.gmail.com", [Mother, Office]).FindOneAsync()).Person.ShouldBe("Daniel Okonkwo");
    }

    [Fact]
    public async Task Mail_with_the_school_is_family_business_only_in_a_familys_thread()
    {
        // A payslip, a sick note, a party: nothing ties them to a family.
        using var innocent = await OpenAsync();
        innocent.Ordinary().Sent(At, DanielOwn, "a@mail.gmail.com", Office).Sent(At, Marta, "b@x.example", DanielOwn)
            .Headed(At, DanielOwn, "a@mail.gmail.com", [Office]).Headed(At, Marta, "b@x.example", [DanielOwn], "a@mail.gmail.com");
        (await innocent.FindAsync()).ShouldBeEmpty();

        using var guilty = await OpenAsync();
        guilty.Headed("2026-11-02T09:00:00Z", Mother, "f@mail.gmail.com", [Marta])
            .Headed("2026-11-02T09:10:00Z", Marta, "i@x.example", [Office], "f@mail.gmail.com")
            .Headed("2026-11-02T09:20:00Z", Office, "j@x.example", [DanielOwn], "i@x.example");
        var finding = (await guilty.FindAsync(possible: true)).ShouldHaveSingleItem();
        (finding.Person, finding.Kind, finding.Correspondent, finding.MessageId).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.PersonalAddress, "family:F-1", "j@x.example"));
    }

    [Fact]
    public async Task A_member_of_staff_who_is_a_parent_here_writes_as_one()
    {
        using var innocent = await OpenAsync();
        innocent.Headed(At, PatOwn, "a@x.example", [Office]).Headed(At, Office, "b@x.example", [PatOwn], "a@x.example").Sent(At, PatOwn, "a@x.example", Office);
        (await innocent.FindAsync(possible: true)).ShouldBeEmpty();

        using var guilty = await OpenAsync();
        var finding = await guilty.Sent(At, PatOwn, "a@x.example", Two).FindOneAsync();
        (finding.Person, finding.Correspondent).ShouldBe(("Pat Parent", "family:F-2"));
    }

    [Fact]
    public async Task A_list_that_was_expanded_copies_nobody_in()
    {
        using var innocent = await OpenAsync(new CorrespondenceConfig { DistributionLists = ["everybody@rosewood.example"] });
        innocent.Row(At, Marta, "governors@rosewood.example", "m1@x.example", "Expanded").Sent(At, Marta, "m1@x.example", Mother, DanielOwn)
            .Headed(At, Marta, "m2@x.example", ["everybody@rosewood.example"]).Sent(At, Marta, "m2@x.example", "everybody@rosewood.example", Mother, DanielOwn);
        (await innocent.FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_newsletter_to_many_families_copies_nobody_in()
    {
        var many = string.Concat(Enumerable.Range(10, 8).Select(i => $"F-{i},Parent,parent{i}@sky.com,\n"));
        var all = Enumerable.Range(10, 8).Select(i => $"parent{i}@sky.com").ToArray();
        using var innocent = await OpenAsync(moreFamilies: many);
        (await innocent.Sent(At, Office, "news@x.example", [.. all, DanielOwn]).FindAsync(possible: true)).ShouldBeEmpty();

        using var guilty = await OpenAsync(moreFamilies: many);
        (await guilty.Sent(At, Office, "letter@x.example", all[0], DanielOwn).Sent("2026-11-12T10:00:00Z", Office, "letter2@x.example", all[0], DanielOwn).FindOneAsync()).Correspondent.ShouldBe("family:F-10");
    }

    [Theory]
    [InlineData("Failed", "Re: Tuesday")]
    [InlineData("Quarantined", "Re: Tuesday")]
    [InlineData("FilteredAsSpam", "Re: Tuesday")]
    [InlineData("Delivered", "Automatic reply: Tuesday")]
    [InlineData("Delivered", "Undeliverable: Tuesday")]
    [InlineData("Delivered", "Accepted: Tuesday")]
    public async Task What_never_arrived_and_what_no_person_wrote_is_no_correspondence(string status, string subject)
    {
        using var innocent = await OpenAsync();
        (await innocent.Row(At, DanielOwn, Mother, "m1@x.example", status, subject).FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("Content-Type", "multipart/report; report-type=disposition-notification")]
    [InlineData("List-Unsubscribe", "<mailto:stop@x.example>")]
    public async Task Headers_tell_what_no_person_wrote(string name, string value)
    {
        using var innocent = await OpenAsync();
        (await innocent.Headed(At, DanielOwn, "m1@x.example", [Mother], more: (name, value)).FindAsync(possible: true)).ShouldBeEmpty();
        using var guilty = await OpenAsync();
        (await guilty.Headed(At, DanielOwn, "m1@x.example", [Mother], more: ("Auto-Submitted", "no")).FindOneAsync()).Person.ShouldBe("Daniel Okonkwo");
    }

    [Fact]
    public async Task Journal_copies_and_excluded_correspondents_are_nobody()
    {
        using var innocent = await OpenAsync(new CorrespondenceConfig { JournalAddresses = [DanielOwn], ExcludedCorrespondents = ["btinternet.com"] });
        (await innocent.Sent(At, Marta, "m1@x.example", Mother, DanielOwn).Sent(At, PatOwn, "m2@x.example", Two).FindAsync(possible: true)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_two_members_of_staff_share_says_not_which()
    {
        using var school = await OpenAsync(moreStaff: "e.okonkwo@rosewood.example,Ella Okonkwo,Support,e.okonkwo,daniel.okonkwo@gmail.com\n");
        school.Sent(At, DanielOwn, "m1@x.example", Mother);
        (await school.FindAsync()).ShouldBeEmpty();
        (await school.FindAsync(possible: true)).Count.ShouldBe(2);
    }
}
