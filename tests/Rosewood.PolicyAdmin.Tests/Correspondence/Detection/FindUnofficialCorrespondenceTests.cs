using Rosewood.PolicyAdmin.Correspondence;
using Rosewood.PolicyAdmin.Correspondence.Detection;
using Rosewood.PolicyAdmin.Findings;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Registers;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Tests.Traffic;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;
using static Rosewood.PolicyAdmin.Tests.Correspondence.MailSchool;

namespace Rosewood.PolicyAdmin.Tests.Correspondence.Detection;

public sealed class FindUnofficialCorrespondenceTests
{
    private const string At = "2026-11-03T10:00:00Z";

    [Fact]
    public async Task It_says_what_it_looked_at_and_what_it_could_not_see()
    {
        using var school = await OpenAsync();
        var sink = await school.Sent(At, DanielOwn, "m1@x.example", Mother).RunAsync();
        sink.Warnings[0].ShouldBe("Looked at Message trace (CSV), 1 record from 2026-11-03 to 2026-11-03.");
        sink.Warnings[1].ShouldSatisfyAllConditions(
            w => w.ShouldContain("cannot be seen"),
            w => w.ShouldContain("No headers were given"),
            w => w.ShouldContain("Inbox rules were not given"));
    }

    [Fact]
    public async Task Whether_the_traces_have_subjects_is_told_by_all_their_rows_and_by_no_header()
    {
        using var without = await OpenAsync();
        without.Row(At, DanielOwn, Mother, "m1@x.example", subject: "").InConversation(At, Mother, "m2@x.example", [Daniel], "AAQk1=", "Swimming kit on Friday");
        (await without.RunAsync()).Warnings[1].ShouldContain("The traces have no subjects");

        using var with = await OpenAsync();
        with.Row(At, DanielOwn, Mother, "m1@x.example", subject: "").Row(At, "council@authority.example", Office, "m2@x.example", subject: "Minutes");
        (await with.RunAsync()).Warnings[1].ShouldNotContain("The traces have no subjects");
    }

    [Fact]
    public async Task Nothing_to_look_at_is_a_fault()
    {
        using var school = await OpenAsync();
        (await school.Workspace.FaultOfAsync(new FindUnofficialCorrespondence())).Id.ShouldBe("CorrespondenceNothingGiven");
    }

    [Fact]
    public async Task A_person_can_be_asked_for_and_a_misspelt_one_is_a_fault()
    {
        using var school = await OpenAsync();
        school.Sent(At, DanielOwn, "m1@x.example", Mother).Sent(At, PatOwn, "m2@x.example", Mother);
        (await school.RunAsync(user: ["Pat Parent"])).Of<UnofficialCorrespondence>().ShouldHaveSingleItem().Person.ShouldBe("Pat Parent");
        (await school.Workspace.FaultOfAsync(new FindUnofficialCorrespondence { User = ["Nobody Here"] })).Id.ShouldBe("PersonNotFound");
    }

    [Fact]
    public async Task The_mailboxes_say_by_which_other_address_a_person_goes()
    {
        using var school = await OpenAsync();
        school.Headed(At, Mother, "l@mail.gmail.com", ["daniel@rosewood.example"]).Headed(At, "daniel@rosewood.example", "fw@x.example", [DanielOwn], "l@mail.gmail.com");
        (await school.FindAsync(possible: true)).ShouldHaveSingleItem().Kind.ShouldBe(CorrespondenceKind.PersonalAddress);
        (await school.FindOneAsync(mailboxes: "UserPrincipalName,PrimarySmtpAddress,ForwardingSmtpAddress\nd.okonkwo@rosewood.example,daniel@rosewood.example,\n")).Kind.ShouldBe(CorrespondenceKind.SelfForward);
    }

    [Fact]
    public async Task A_dismissal_holds_its_kind_back_and_is_counted()
    {
        using var school = await OpenAsync();
        school.Sent(At, DanielOwn, "m1@x.example", Mother);
        await school.Workspace.RunAsync(
            new AddFindingSuppression { Finding = FindingKind.UnofficialCorrespondence, User = ["d.okonkwo"], Evidence = ["PersonalAddress"], Reason = "Asked, and explained" },
            school.Workspace.As("head"));
        var sink = await school.RunAsync();
        sink.Outputs.ShouldBeEmpty();
        sink.Warnings.ShouldContain(w => w.StartsWith("1 finding was held back by a dismissal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_declared_link_is_named_while_it_counts()
    {
        using var school = await OpenAsync();
        var people = school.Workspace.Context("x").LoadPeople();
        var (now, id) = (school.Workspace.Clock.Now.UtcTicks, school.Workspace.IdOf("d.okonkwo"));
        var links = new FamilyLinks([new FamilyLink("D-0001", FamilyLinkKind.RelationshipDeclaration, id, "F-1", now - 100, now)]);
        var collector = new FindingCollector(people, now, TimeZoneInfo.Utc, links, SuppressionSet.Empty);
        Declared("F-1", now - 1).ShouldBe("REL-1 D-0001");
        Declared("F-1", now).ShouldBeNull();
        Declared("F-2", now - 1).ShouldBeNull();

        string? Declared(string family, long at) => collector.Collect([new Sign(CorrespondenceKind.PersonalAddress, id, "family:" + family, 0.9, "") { UtcTicks = at, Families = [family] }]).Single().DeclaredAs;
    }

    [Fact]
    public async Task Personal_web_mail_on_a_school_device_is_found_and_on_a_phone_of_ones_own_it_is_not()
    {
        using var school = await OpenAsync();
        var lines = new[] { ("10.20.1.5", "d.okonkwo"), ("10.30.0.5", "m.reid") }
            .SelectMany(u => Enumerable.Range(0, 12).Select(i => SquidLog.Line($"2026-11-23T10:{i:00}:00Z", "mail.proton.me", u.Item2, u.Item1, bytes: 90_000)));
        var log = school.Workspace.Write("access.log", SquidLog.Text(lines));
        await school.Workspace.RunAsync(new ImportFirewallLog { Path = [log] });
        var finding = await school.FindOneAsync();
        (finding.Person, finding.Kind, finding.Count).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.PersonalWebmail, 1));
        finding.Correspondent.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_silent_term_is_asked_about_only_where_the_school_wants_it_and_the_trace_covers_it()
    {
        var silent = new CorrespondenceConfig { ReportNoOfficialCorrespondence = true };
        foreach (var (config, last, isAsked) in new[] { (silent, "2026-12-18T15:00:00Z", true), (silent, "2026-12-01T15:00:00Z", false), (new CorrespondenceConfig(), "2026-12-18T15:00:00Z", false) })
        {
            using var school = await OpenAsync(config);
            school.Sent("2026-09-02T08:00:00Z", Office, "first@x.example", Two).Sent(last, Office, "last@x.example", Two);
            foreach (var (person, index) in new[] { Marta, Pat, "s.jones@rosewood.example", "h.head@rosewood.example" }.Select((p, i) => (p, i)))
            {
                for (var day = 1; day <= 9; day++)
                {
                    school.Sent($"2026-10-0{day}T10:00:00Z", person, $"p{index}d{day}@x.example", Two);
                }
            }

            var found = await school.FindAsync();
            found.Count.ShouldBe(isAsked ? 1 : 0, last);
            if (isAsked)
            {
                (found[0].Person, found[0].Kind).ShouldBe(("Daniel Okonkwo", CorrespondenceKind.NoOfficialCorrespondence));
                found[0].Confidence.ShouldBeLessThan(0.5);
            }
        }
    }
}
