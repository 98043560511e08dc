using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Safeguarding;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Safeguarding;

public sealed class SafeguardingConcernTests
{
    [Fact]
    public async Task Anybody_on_the_roster_reports_and_the_safeguarding_lead_alone_reads()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        var receipt = await school.ReportAsync(r => r.When = new TimeInput("2026-11-23T19:40"));
        receipt.ShouldSatisfyAllConditions(r => r.Id.ShouldBe("SC-0001"), r => r.SealedFor.ShouldBe(["Ruth Safe", "Cy Chair"]), r => r.Next.ShouldContain("Ruth Safe"));

        var read = (await school.ReadAsync("r.safe", "lead.key")).Of<SafeguardingConcern>().Single();
        read.ShouldSatisfyAllConditions(
            c => c.Kind.ShouldBe(ConcernKind.MessageFromChild),
            c => c.About.ShouldBe("Zebulon Q."),
            c => c.What.ShouldBe("He sent a xylophone photo"),
            c => c.When.ShouldBe(DateTimeOffset.Parse("2026-11-23T19:40:00+00:00")),
            c => c.Services.ShouldBe(["Instagram"]),
            c => c.NamedInPolicy.ShouldBe(true),
            c => c.ReportedBy.ShouldBe("Niamh O'Brien"));

        var sealedOnly = (await school.Workspace.RunAsync(new GetSafeguardingConcern(), school.Workspace.As("r.safe"))).Of<SafeguardingConcern>().Single();
        sealedOnly.ShouldSatisfyAllConditions(c => c.Kind.ShouldBeNull(), c => c.About.ShouldBeNull(), c => c.ReportedBy.ShouldBeNull());

        (await Should.ThrowAsync<FaultException>(() => school.ReadAsync("head", "lead.key"))).Fault.Id.ShouldBe("OperatorNotAuthorised");
        foreach (var user in new[] { "it.tech", "n.obrien", "d.prot" })
        {
            school.Workspace.As(user).Roles.Overlaps(CommandTable.For(typeof(GetSafeguardingConcern)).Roles).ShouldBeFalse(user);
        }
    }

    [Fact]
    public async Task No_word_of_a_concern_is_in_the_stores_bytes_or_in_the_trail()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.ReportAsync();
        await school.ReadAsync("r.safe", "lead.key");
        foreach (var file in Directory.EnumerateFiles(school.Workspace.Folder, "store.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
            {
                foreach (var word in new[] { "Zebulon", "xylophone", "Instagram\"", "MessageFromChild" })
                {
                    copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(encoding.GetBytes(word)).ShouldBe(-1, $"{word} in {Path.GetFileName(file)}");
                }
            }
        }

        foreach (var reader in new[] { "it.tech", "r.safe" })
        {
            var entries = (await school.Workspace.RunAsync(new GetPolicyAudit(), school.Workspace.As(reader))).Of<AuditEntry>().ToList();
            entries.Exists(e => e is { Command: "Get-SafeguardingConcern", Operator: "Ruth Safe", Subject: "read" }).ShouldBeTrue();
            entries.ShouldAllBe(e => !$"{e.Subject}{e.Before}{e.After}".Contains("Zebulon", StringComparison.Ordinal) && !$"{e.Subject}{e.Before}{e.After}".Contains("xylophone", StringComparison.Ordinal));
        }

        school.Workspace.Store.Concerns.Count().ShouldBe(1);
        school.Workspace.Store.Concerns.Count(to: school.Workspace.Clock.Now).ShouldBe(0);
    }

    [Fact]
    public async Task Lengths_tell_nothing()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.ReportAsync(r => r.What = "x");
        await school.ReportAsync(r => r.What = new string('x', 1000));
        school.Workspace.Store.Concerns.LoadAll().Select(c => c.Envelope.Length).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_concern_about_the_lead_is_for_the_escrow_key_alone()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        (await school.ReportAsync(r => r.AboutSafeguardingLead = true)).SealedFor.ShouldBe(["Cy Chair"]);
        (await school.ReadAsync("r.safe", "lead.key")).Outputs.ShouldBeEmpty();
        (await school.ReadAsync("r.safe", "lead.key", SafeguardingSchool.Phrase, "SE-0001")).Faults.ShouldHaveSingleItem().Id.ShouldBe("SafeguardingConcernNotFound");
        (await school.ReadAsync("c.hair", "escrow.key")).Of<SafeguardingConcern>().Single().About.ShouldBe("Zebulon Q.");

        // Nor does a later update open it to the lead; the others the escrow's holder does not see in the ordinary way.
        await school.ReportAsync();
        (await school.Workspace.RunAsync(new UpdateSafeguardingKey { KeyPath = school.FileOf("escrow.key") }, school.Workspace.As("c.hair"), SafeguardingSchool.Person()))
            .Of<SafeguardingKeyUpdate>().Single().ShouldSatisfyAllConditions(u => u.Opened.ShouldBe(0), u => u.AlreadyOpen.ShouldBe(2));
        (await school.ReadAsync("r.safe", "lead.key")).Of<SafeguardingConcern>().Select(c => c.Id).ShouldBe(["SC-0001"]);
        (await school.ReadAsync("c.hair", "escrow.key")).Of<SafeguardingConcern>().Select(c => c.Id).ShouldBe(["SE-0001"]);
    }

    [Fact]
    public async Task No_count_and_no_entry_of_the_trail_tells_the_lead_of_a_concern_about_the_lead()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.ReportAsync(r => r.AboutSafeguardingLead = true);
        await school.ReportAsync();
        await school.ReadAsync("c.hair", "escrow.key");
        var lead = school.Workspace.As("r.safe");

        (await school.Workspace.RunAsync(new GetSafeguardingKey(), lead)).Of<SafeguardingKey>().Select(static k => (k.Kind, k.Concerns)).ShouldBe([(SafeguardingKeyKind.Lead, 1), (SafeguardingKeyKind.Escrow, null)], ignoreOrder: true);
        (await school.Workspace.RunAsync(new GetSafeguardingKey(), school.Workspace.As("it.tech"))).Of<SafeguardingKey>().ShouldAllBe(static k => k.Concerns == null);
        (await school.Workspace.RunAsync(new GetPolicyControl { Clause = ["SAF-1"] }, lead)).Of<PolicyControl>().Single().Evidence.ShouldContain("1 concern reported");

        var trail = (await school.Workspace.RunAsync(new GetPolicyAudit(), lead)).Of<AuditEntry>().ToList();
        trail.Count.ShouldBe(school.Workspace.Store.Audit.Read().Count());
        trail.ShouldNotContain(static e => e.Subject.Contains("SE-", StringComparison.Ordinal) || (e.After ?? "").Contains("SE-", StringComparison.Ordinal));
        trail.Single(static e => e.Command.Equals("New-SafeguardingConcern", StringComparison.Ordinal)).Subject.ShouldBe("SC-0001");
        trail.Count(static e => e is { Operator: "(withheld)", Command: "(withheld)", Clause: "(withheld)", Subject: "(withheld)", Before: null, After: null }).ShouldBe(2);
        (await school.Workspace.RunAsync(new GetPolicyAudit { Command = ["*-SafeguardingConcern"] }, lead)).Of<AuditEntry>().ShouldHaveSingleItem().Subject.ShouldBe("SC-0001");
        (await school.Workspace.RunAsync(new GetPolicyAudit { Command = ["New-*Concern"] }, school.Workspace.As("it.tech"))).Of<AuditEntry>().Select(static e => e.Subject).ShouldBe(["SE-0001", "SC-0001"]);

        var period = new ReportPeriod("the chosen period", school.Workspace.Clock.Now.AddDays(-1), school.Workspace.Clock.Now.AddDays(1));
        var context = school.Workspace.Context("x");
        (RegisterFacts.Load(context, context.LoadPeople(), period, isForLead: true).Concerns, RegisterFacts.Load(context, context.LoadPeople(), period, isForLead: false).Concerns).ShouldBe((1, 2));
    }

    [Fact]
    public async Task A_concern_about_the_head_is_not_sealed_for_an_escrow_key_of_the_head()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        await school.MakeKeyAsync("head", "head.key", escrow: true);
        (await school.ReportAsync(r => r.AboutHeadTeacher = true)).SealedFor.ShouldBe(["Ruth Safe"]);
        (await school.ReportAsync()).SealedFor.ShouldBe(["Ruth Safe", "Hana Teach"]);
        (await Report(school, r => (r.AboutHeadTeacher, r.AboutSafeguardingLead) = (true, true))).Id.ShouldBe("SafeguardingEscrowMissing");
    }

    [Fact]
    public async Task A_concern_about_the_lead_stays_shut_to_who_was_lead_then_also_once_they_hold_the_escrow_key()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.ReportAsync(r => r.AboutSafeguardingLead = true);
        var people = IncidentSchool.People.Replace("Ruth Safe,SafeguardingLead", "Ruth Safe,Governor", StringComparison.Ordinal) + "v.ice@rosewood.example,Vi Ice,SafeguardingLead,v.ice,,,,\n";
        await school.Workspace.RunAsync(new Rosewood.PolicyAdmin.People.ImportPolicyPerson { Path = school.Workspace.Write("staff.csv", people) });
        var changes = school.Workspace.Store.People.WaitingChanges().Select(c => c.Id).ToArray();
        await school.Workspace.RunAsync(new Rosewood.PolicyAdmin.People.ConfirmPolicyChange { Id = changes }, school.Workspace.As("head"));
        await school.MakeKeyAsync("r.safe", "second.key", escrow: true);
        (await school.Workspace.RunAsync(new UpdateSafeguardingKey { KeyPath = school.FileOf("escrow.key") }, school.Workspace.As("c.hair"), SafeguardingSchool.Person())).Of<SafeguardingKeyUpdate>().Single().Opened.ShouldBe(0);
        (await school.ReadAsync("r.safe", "second.key")).Of<SafeguardingConcern>().ShouldBeEmpty();
        (await school.ReadAsync("c.hair", "escrow.key")).Of<SafeguardingConcern>().Single().About.ShouldBe("Zebulon Q.");
    }

    [Fact]
    public async Task Who_keeps_an_escrow_key_sees_that_there_is_a_concern_only_where_no_lead_opens_it_and_their_own_key_does()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.ReportAsync(r => r.AboutSafeguardingLead = true);
        await school.ReportAsync();
        await school.MakeKeyAsync("head", "head.key", escrow: true);
        (await List("c.hair")).ShouldBe(["SE-0001"]);
        (await List("head")).ShouldBeEmpty();
        (await List("r.safe")).ShouldBe(["SC-0001"]);

        async Task<List<string>> List(string user) => [.. (await school.Workspace.RunAsync(new GetSafeguardingConcern(), school.Workspace.As(user))).Of<SafeguardingConcern>().Select(c => c.Id)];
    }

    [Fact]
    public async Task Who_keeps_an_escrow_key_is_told_how_many_wait_for_the_lead_and_nobody_more_than_is_theirs()
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.MakeKeyAsync("head", "head.key", escrow: true);
        await school.ReportAsync();
        await school.ReportAsync(r => r.AboutHeadTeacher = true);
        (await Told("c.hair")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            w => w.ShouldStartWith("2 concerns are sealed for the safeguarding lead (Ruth Safe) and for your escrow key."),
            w => w.ShouldContain("Update-SafeguardingKey"));
        (await Told("head")).ShouldHaveSingleItem().ShouldStartWith("1 concern is sealed");
        (await Told("r.safe")).ShouldBeEmpty();

        // One about the lead is no lead's to know of, nor to count.
        await school.ReportAsync(r => r.AboutSafeguardingLead = true);
        (await Told("r.safe")).ShouldBeEmpty();
        (await Told("c.hair")).ShouldHaveSingleItem().ShouldStartWith("2 concerns");
        (await school.ReadAsync("c.hair", "escrow.key")).ShouldSatisfyAllConditions(
            s => s.Of<SafeguardingConcern>().Single().Id.ShouldBe("SE-0001"),
            s => s.Warnings.ShouldHaveSingleItem().ShouldStartWith("2 concerns"));

        async Task<List<string>> Told(string user) => (await school.Workspace.RunAsync(new GetSafeguardingConcern(), school.Workspace.As(user))).Warnings;
    }

    [Fact]
    public async Task What_was_seen_may_have_several_lines_with_empty_ones_and_a_full_stop_ends_it()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        var lines = new Queue<string>(["K. L.", "him: are you alone", "", "her: yes", " . ", "never asked for"]);
        await school.Workspace.RunAsync(new NewSafeguardingConcern { Kind = ConcernKind.Grooming }, school.Workspace.As("n.obrien"), new RecordingSink { Answer = _ => lines.Dequeue() });
        (await school.ReadAsync("r.safe", "lead.key")).Of<SafeguardingConcern>().Single().What.ShouldBe("him: are you alone\n\nher: yes");
        lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_key_nothing_is_recorded_and_the_fault_says_whom_to_tell()
    {
        using var school = await SafeguardingSchool.OpenAsync(lead: false, escrow: false);
        var fault = await Report(school, _ => { });
        fault.Id.ShouldBe("SafeguardingKeyMissing");
        fault.Message.ShouldContain("in person");
        (await Report(school, r => r.AboutSafeguardingLead = true)).Id.ShouldBe("SafeguardingEscrowMissing");
        await school.MakeKeyAsync("c.hair", "escrow.key", escrow: true);
        var sink = await school.Workspace.RunAsync(Request(_ => { }), school.Workspace.As("n.obrien"));
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("No safeguarding lead has a key");
        sink.Of<SafeguardingConcernReceipt>().Single().SealedFor.ShouldBe(["Cy Chair"]);
    }

    [Fact]
    public async Task Who_is_not_on_the_roster_is_told_to_speak_to_the_lead()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        (await school.Workspace.FaultOfAsync(Request(_ => { }))).Id.ShouldBe("OperatorNotAuthorised");
        var left = school.Workspace.As("l.eaver") with { IsEmployed = false };
        (await school.Workspace.FaultOfAsync(Request(_ => { }), left)).Id.ShouldBe("OperatorNotAuthorised");
        school.Workspace.Store.Concerns.Count().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_given_is_asked_for_in_the_open_and_where_nobody_answers_it_is_a_fault()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        var sink = new RecordingSink { Answer = q => q.StartsWith("About", StringComparison.Ordinal) ? "K. L." : q.StartsWith("What", StringComparison.Ordinal) ? "A drawing" : "." };
        await school.Workspace.RunAsync(new NewSafeguardingConcern { Kind = ConcernKind.Grooming }, school.Workspace.As("n.obrien"), sink);
        sink.Questions.ShouldBe([("About whom (initials are enough)", false), ("What was seen or sent; end with a line that is a full stop", false), ("More, or a full stop", false)]);
        (await school.ReadAsync("r.safe", "lead.key")).Of<SafeguardingConcern>().Single().About.ShouldBe("K. L.");
        (await Report(school, r => r.What = null)).Id.ShouldBe("SafeguardingTextMissing");
        (await Report(school, r => r.About = new string('x', 501))).Id.ShouldBe("SafeguardingTextInvalid");
    }

    [Fact]
    public async Task Whatever_answers_without_end_is_not_asked_without_end()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        var sink = new RecordingSink { Answer = q => q.StartsWith("About", StringComparison.Ordinal) ? "K. L." : "" };
        var fault = await Should.ThrowAsync<FaultException>(() => school.Workspace.RunAsync(new NewSafeguardingConcern { Kind = ConcernKind.Grooming }, school.Workspace.As("n.obrien"), sink));
        fault.Fault.Id.ShouldBe("SafeguardingTextMissing");
    }

    [Fact]
    public async Task A_service_that_nobody_knows_keeps_nobody_from_reporting()
    {
        using var school = await SafeguardingSchool.OpenAsync(escrow: false);
        await school.ReportAsync(r => r.Service = ["Some new thing"]);
        (await school.ReadAsync("r.safe", "lead.key")).Of<SafeguardingConcern>().Single().ShouldSatisfyAllConditions(c => c.Services.ShouldBe(["Some new thing"]), c => c.NamedInPolicy.ShouldBe(false));
    }

    [Theory]
    [InlineData("UPDATE safeguarding_concern SET sealed = CASE id WHEN 'SC-0001' THEN (SELECT sealed FROM safeguarding_concern WHERE id = 'SC-0002') ELSE sealed END")]
    [InlineData("UPDATE safeguarding_concern SET sealed = randomblob(length(sealed)) WHERE id = 'SC-0001'")]
    [InlineData("UPDATE safeguarding_concern SET sealed = x'00' WHERE id = 'SC-0001'")]
    [InlineData("UPDATE safeguarding_wrap SET wrapped = (SELECT wrapped FROM safeguarding_wrap WHERE concern_id = 'SC-0002' AND key_id = 'SK-0001') WHERE concern_id = 'SC-0001' AND key_id = 'SK-0001'")]
    [InlineData("UPDATE safeguarding_wrap SET wrapped = (SELECT wrapped FROM safeguarding_wrap WHERE concern_id = 'SC-0001' AND key_id = 'SK-0002') WHERE concern_id = 'SC-0001' AND key_id = 'SK-0001'")]
    [InlineData("UPDATE safeguarding_wrap SET wrapped = x'FFFF00' WHERE concern_id = 'SC-0001' AND key_id = 'SK-0001'")]
    public async Task What_was_altered_or_exchanged_does_not_open_and_the_others_do(string sql)
    {
        using var school = await SafeguardingSchool.OpenAsync();
        await school.ReportAsync();
        await school.ReportAsync(r => r.About = "Other");
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => school.Workspace.Store.Execute(sql));
        school.Workspace.Store.Execute("DROP TRIGGER safeguarding_concern_is_a_fact");
        school.Workspace.Store.Execute("DROP TRIGGER safeguarding_wrap_is_a_fact");
        school.Workspace.Store.Execute(sql);

        var sink = await school.ReadAsync("r.safe", "lead.key");
        sink.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Id.ShouldBe("SafeguardingConcernDamaged"), f => f.Target.ShouldBe("SC-0001"));
        sink.Of<SafeguardingConcern>().Single().About.ShouldBe("Other");
    }

    private static NewSafeguardingConcern Request(Action<NewSafeguardingConcern> change)
    {
        var request = new NewSafeguardingConcern { About = "A. B.", What = "Something" };
        change(request);
        return request;
    }

    private static Task<Fault> Report(SafeguardingSchool school, Action<NewSafeguardingConcern> change) => school.Workspace.FaultOfAsync(Request(change), school.Workspace.As("n.obrien"));
}
