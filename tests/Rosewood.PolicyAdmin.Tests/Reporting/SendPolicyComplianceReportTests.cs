using System.Text;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Sending;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.Tenancy;
using Rosewood.Tenancy.Directory;
using TenantFault = Rosewood.Tenancy.FaultKind;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

/// <summary>A report goes to each recipient once, whatever the network does.</summary>
public sealed class SendPolicyComplianceReportTests
{
    private const string Head = "h.teach@rosewood.example";
    private const string Sender = "reports@rosewood.example";

    private static async Task<TenantSchool> SchoolAsync(Func<TestTenantOptions, TestTenantOptions>? with = null, params string[] slt)
    {
        var school = await TenantSchool.StartAsync(with, reports: new ReportsConfig { Recipients = [new ReportRecipientsConfig(ReportRecipientGroup.Slt, slt.Length == 0 ? [Head] : slt)] });
        await school.Temp.WithSchoolAsync();
        school.Tenant.Directory.Add(new TenantUser(Guid.NewGuid().ToString(), Sender, "Reports"));
        await school.RunAsync(new NewPolicyComplianceReport());
        return school;
    }

    private static async Task<RecordingSink> SendAsync(TenantSchool school, bool force = false, string? path = null, params string[] to) =>
        await school.RunAsync(new SendPolicyComplianceReport { Force = force, Path = path, To = to });

    private static string Report(TenantSchool school) => Directory.EnumerateFiles(school.Temp.Workspace.Paths.Reports, "*.html").Single();

    [Fact]
    public async Task The_newest_report_goes_to_slt_whole_from_the_configured_mailbox_and_is_audited()
    {
        await using var school = await SchoolAsync();

        var sink = await SendAsync(school);

        sink.Asked.ShouldHaveSingleItem().Target.ShouldBe(Head);
        var mail = sink.Of<ReportMail>().ShouldHaveSingleItem();
        mail.State.ShouldBe(ReportMailState.Accepted);
        mail.Id.ShouldBe("M-0001");
        var sent = school.Tenant.Mail.Sent.ShouldHaveSingleItem();
        sent.From.ShouldBe(Sender);
        sent.To.ShouldBe([Head]);
        sent.Attachments.ShouldHaveSingleItem().Content.ShouldBe(await File.ReadAllBytesAsync(Report(school)));
        sent.Body.ShouldContain(mail.Digest);
        var rows = school.Temp.Store.Audit.Read().TakeLast(2).ToList();
        rows.ShouldAllBe(r => r.Command.Equals("Send-PolicyComplianceReport", StringComparison.Ordinal) && r.Subject.Equals("M-0001", StringComparison.Ordinal));
        rows[1].After.ShouldNotBeNull().ShouldContain("Accepted");
    }

    [Fact]
    public async Task The_newest_report_is_no_other_page_that_lies_beside_it()
    {
        await using var school = await SchoolAsync();
        foreach (var name in (string[])["dpia-facts-2026-11-24.html", "compliance-notes.html", "timetable.html"])
        {
            var page = Path.Combine(school.Temp.Workspace.Paths.Reports, name);
            await File.WriteAllTextAsync(page, "<p>Facts</p>");
            File.SetLastWriteTimeUtc(page, DateTime.UtcNow.AddDays(1));
        }

        (await SendAsync(school)).Of<ReportMail>().ShouldHaveSingleItem().File.ShouldBe("compliance-2026-11-16--2026-11-22.html");
    }

    [Fact]
    public async Task While_another_sends_it_sends_nothing_and_says_so()
    {
        await using var school = await SchoolAsync();
        using (FileLock.TryTake(school.Temp.Workspace.Paths.SendLock).ShouldNotBeNull())
        {
            (await school.FaultOfAsync(new SendPolicyComplianceReport())).Id.ShouldBe("ReportSendRunning");
        }

        school.Tenant.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_it_gets_it_no_second_time_but_by_force()
    {
        await using var school = await SchoolAsync();
        await SendAsync(school);

        var again = await SendAsync(school);
        again.Warnings.ShouldContain(w => w.Contains("already", StringComparison.Ordinal));
        again.Of<ReportMail>().Single().Id.ShouldBe("M-0001");
        school.Tenant.Mail.Sent.Count.ShouldBe(1);

        // Of two recipients only the one who has it not gets it.
        await SendAsync(school, to: ["head", "d.puty"]);
        school.Tenant.Mail.Sent[1].To.ShouldBe(["d.puty@rosewood.example"]);

        await SendAsync(school, force: true);
        school.Tenant.Mail.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_declined_sends_and_records_nothing()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(new SendPolicyComplianceReport(), new RecordingSink { Agrees = false });
        school.Tenant.Mail.Sent.ShouldBeEmpty();
        school.Temp.Store.Audit.Read().ShouldNotContain(r => r.Command.Equals("Send-PolicyComplianceReport", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TenantFault.CutInside)]
    [InlineData(TenantFault.GatewayTimeoutAfterWork)]
    public async Task A_lost_answer_to_a_mail_that_went_out_is_unknown_then_found_and_never_sent_twice(TenantFault fault)
    {
        await using var school = await SchoolAsync();
        school.Tenant.Faults.Next(fault, path: "sendMail");

        var first = await SendAsync(school);
        first.Of<ReportMail>().Single().State.ShouldBe(ReportMailState.Unknown);
        first.Faults.ShouldHaveSingleItem().Id.ShouldBe("ReportSendUnknown");
        school.Tenant.Mail.Sent.Count.ShouldBe(1);

        var second = await SendAsync(school);
        second.Of<ReportMail>().Single().ShouldSatisfyAllConditions(m => m.State.ShouldBe(ReportMailState.Accepted), m => m.Detail.ShouldBe("Found in Sent Items."));
        (await SendAsync(school)).Faults.ShouldBeEmpty();
        school.Tenant.Mail.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(TenantFault.CutBefore)]
    [InlineData(TenantFault.GatewayTimeout)]
    public async Task A_lost_answer_to_a_mail_that_never_went_stays_unknown_until_a_person_forces_it(TenantFault fault)
    {
        await using var school = await SchoolAsync();
        school.Tenant.Faults.Next(fault, path: "sendMail");
        await SendAsync(school);

        var second = await SendAsync(school);
        second.Faults.ShouldHaveSingleItem().Message.ShouldContain("not in Sent Items");
        school.Tenant.Mail.Sent.ShouldBeEmpty();

        (await SendAsync(school, force: true)).Of<ReportMail>().Single().State.ShouldBe(ReportMailState.Accepted);
        (await SendAsync(school)).Faults.ShouldBeEmpty();
        school.Tenant.Mail.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_the_right_to_look_into_sent_items_a_person_must_look()
    {
        await using var school = await SchoolAsync(o => o with { Consented = ["Mail.Send"] });
        school.Tenant.Faults.Next(TenantFault.GatewayTimeoutAfterWork, path: "sendMail");
        await SendAsync(school);

        var fault = (await SendAsync(school)).Faults.ShouldHaveSingleItem();

        fault.Id.ShouldBe("ReportSendUnknown");
        fault.Message.ShouldContain("may not look into Sent Items");
        fault.Message.ShouldContain("-Force");
        school.Tenant.Mail.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_was_killed_while_it_sent_counts_as_unknown()
    {
        await using var school = await SchoolAsync();
        var report = ReportToSend.Read(path: null, school.Temp.Context("New-PolicyComplianceReport"));
        new ReportOutbox(school.Temp.Context("Send-PolicyComplianceReport"), report).Begin(Sender, [Head]).State.ShouldBe(ReportMailState.Sending);

        (await SendAsync(school)).Faults.ShouldHaveSingleItem().Id.ShouldBe("ReportSendUnknown");
        school.Tenant.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_busy_is_asked_again_and_one_that_refuses_is_not()
    {
        await using var school = await SchoolAsync();
        school.Tenant.Faults.Next(TenantFault.Throttled, times: 2, path: "sendMail");
        (await SendAsync(school)).Of<ReportMail>().Single().State.ShouldBe(ReportMailState.Accepted);

        await using var other = await SchoolAsync(o => o with { MailboxesAllowed = ["someone.else@rosewood.example"] });
        var sink = await SendAsync(other);
        sink.Of<ReportMail>().Single().State.ShouldBe(ReportMailState.Failed);
        sink.Faults.ShouldHaveSingleItem().Id.ShouldBe("ReportNotSent");
        other.Tenant.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_goes_to_nobody_who_is_not_entitled()
    {
        await using var school = await SchoolAsync();
        (await school.FaultOfAsync(new SendPolicyComplianceReport { To = ["journalist@paper.example"] })).Id.ShouldBe("ReportRecipientNotEntitled");
        (await school.FaultOfAsync(new SendPolicyComplianceReport { To = ["n.obrien"] })).Id.ShouldBe("ReportRecipientNotEntitled");
        school.Tenant.Mail.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_report_was_changed_or_is_too_large_is_not_sent()
    {
        await using var school = await SchoolAsync();
        (await school.FaultOfAsync(new SendPolicyComplianceReport { Path = school.Temp.Write("secret.html", "x") })).Id.ShouldBe("ReportToSendNotOurs");
        (await school.FaultOfAsync(new SendPolicyComplianceReport { Path = Path.Combine(school.Folder, "none.html") })).Id.ShouldBe("ReportToSendNotFound");
        (await school.FaultOfAsync(new SendPolicyComplianceReport { Path = school.Temp.Write("large.html", new string('x', 3_000_001)) })).Message.ShouldContain("a shorter time");
        await File.AppendAllTextAsync(Report(school), "<p>more</p>", Encoding.UTF8);
        (await school.FaultOfAsync(new SendPolicyComplianceReport())).Id.ShouldBe("ReportToSendNotOurs");
        school.Tenant.Requests.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_recipients_or_a_sender_it_says_where_to_write_them()
    {
        await using var school = await TenantSchool.StartAsync();
        await school.Temp.WithSchoolAsync();
        (await school.FaultOfAsync(new SendPolicyComplianceReport())).Id.ShouldBe("ReportToSendNotFound");
        await school.RunAsync(new NewPolicyComplianceReport());
        (await school.FaultOfAsync(new SendPolicyComplianceReport())).Id.ShouldBe("ReportRecipientsMissing");
        using var workspace = new TempWorkspace(TestConfig.School with { Tenant = TenantSchool.Config("http://127.0.0.1:1") });
        (await workspace.FaultOfAsync(new SendPolicyComplianceReport())).Id.ShouldBe("TenantKeyNotConfigured");
    }

    [Fact]
    public async Task One_recipient_of_whom_it_is_unknown_does_not_keep_the_report_from_the_others()
    {
        await using var school = await SchoolAsync(slt: [Head, "d.puty@rosewood.example"]);
        school.Tenant.Faults.Next(TenantFault.CutBefore, path: "sendMail");
        await SendAsync(school, to: "head");

        var sink = await SendAsync(school);

        sink.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Id.ShouldBe("ReportSendUnknown"), f => f.Message.ShouldContain(Head));
        sink.Of<ReportMail>().ShouldHaveSingleItem().Recipients.ShouldBe(["d.puty@rosewood.example"]);
        school.Tenant.Mail.Sent.ShouldHaveSingleItem().To.ShouldBe(["d.puty@rosewood.example"]);

        // Who has it is said once, and who may have it is named again.
        var again = await SendAsync(school);
        again.Warnings.ShouldHaveSingleItem().ShouldContain("This report went to d.puty@rosewood.example already");
        again.Faults.ShouldHaveSingleItem().Message.ShouldContain(Head);
        school.Tenant.Mail.Sent.Count.ShouldBe(1);
    }
}
