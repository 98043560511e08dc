using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Retention;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Tests.Graph;
using Rosewood.PolicyAdmin.Tests.Support;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;
using Rosewood.Tenancy;
using Rosewood.Tenancy.Directory;
using TenantFault = Rosewood.Tenancy.FaultKind;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Scheduling;

/// <summary>Scheduled reports: each period once, what was missed in order, and somebody told where it fails.</summary>
public sealed class ScheduleRunTests
{
    private const string Head = "h.teach@rosewood.example";
    private const string Alerts = "it@rosewood.example";
    private const string Sender = "reports@rosewood.example";

    [Fact]
    public async Task A_week_that_ended_after_the_registration_is_made_once_and_never_again()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(Weekly());
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Outputs.ShouldBeEmpty("what was due before the registration is not made up for");

        workspace.Clock.Now = At(30, 7, 1);
        var run = (await workspace.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().ShouldHaveSingleItem();
        run.State.ShouldBe(ReportRunState.Kept);
        run.File.ShouldBe("compliance-2026-11-23--2026-11-29.html");
        File.Exists(Path.Combine(workspace.Workspace.Paths.Reports, run.File)).ShouldBeTrue();

        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Outputs.ShouldBeEmpty();
        Directory.GetFiles(workspace.Workspace.Paths.Reports).ShouldHaveSingleItem();
        workspace.Store.Audit.Read().Count(r => r.Command.Equals("New-PolicyComplianceReport", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_machine_was_off_the_missed_weeks_are_made_oldest_first_and_very_old_ones_given_up()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(Weekly());
        workspace.Clock.Now = At(30, 8, 0).AddDays(7 * 9);
        var runs = (await workspace.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().ToList();
        runs.Count.ShouldBe(10);
        runs.Count(r => r.State == ReportRunState.Skipped).ShouldBe(10 - ScheduleRunner.MostMissed);
        runs.Select(r => r.From).ShouldBeInOrder();
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Outputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_of_policy_json_begins_with_the_newest_that_is_due()
    {
        using var workspace = new TempWorkspace(TestConfig.School with { Reports = new ReportsConfig { Schedule = [new ReportScheduleConfig(ReportSchedulePeriod.LastWeek, ReportRecipientGroup.Governors, DayOfWeek.Monday, new TimeOnly(7, 0))] } });
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().ShouldHaveSingleItem().File.ShouldBe("compliance-governors-2026-11-16--2026-11-22.html");
        workspace.Clock.Now = At(30, 7, 0).AddDays(7);
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().Select(r => r.From.Day).ShouldBe([23, 30]);
        (await workspace.FaultOfAsync(new UnregisterPolicyReportSchedule { Name = ["LastWeek-Governors"] })).Id.ShouldBe("ReportScheduleInConfig");
    }

    [Fact]
    public async Task While_another_runs_it_makes_nothing_and_says_so()
    {
        using var workspace = new TempWorkspace();
        using var held = FileLock.TryTake(workspace.Workspace.Paths.ScheduleLock);
        (await workspace.FaultOfAsync(new InvokePolicyReportSchedule())).Id.ShouldBe("ReportScheduleRunning");
    }

    [Fact]
    public async Task WhatIf_makes_nothing_and_says_what_is_due()
    {
        using var workspace = new TempWorkspace();
        await workspace.RunAsync(Weekly());
        workspace.Clock.Now = At(30, 8, 0);
        var sink = await workspace.RunAsync(new InvokePolicyReportSchedule(), sink: new RecordingSink { Agrees = false });
        sink.Asked.ShouldHaveSingleItem().Action.ShouldContain("Monday 23 November to Sunday 29 November 2026");
        Directory.Exists(workspace.Workspace.Paths.Reports).ShouldBeFalse();
        workspace.Store.ReportSchedules.Runs("LastWeek-Slt").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_sent_once_to_its_audience()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(Weekly());
        school.Clock.Now = At(30, 7, 0);
        (await school.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().Single().State.ShouldBe(ReportRunState.Sent);
        await school.RunAsync(new InvokePolicyReportSchedule());
        school.Tenant.Mail.Sent.ShouldHaveSingleItem().To.ShouldBe([Head]);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_told_and_the_next_run_sends_the_very_file_that_was_made()
    {
        await using var school = await SchoolAsync(o => o with { MailboxesAllowed = ["someone.else@rosewood.example"] });
        await school.RunAsync(Weekly());
        school.Clock.Now = At(30, 7, 0);
        var sink = await school.RunAsync(new InvokePolicyReportSchedule());
        sink.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Id.ShouldBe("ReportScheduleFailed"), f => f.Message.ShouldContain("ReportNotSent"));
        sink.Warnings.ShouldContain(w => w.Contains("report-alert.txt", StringComparison.Ordinal));
        (await File.ReadAllTextAsync(school.Temp.Workspace.Paths.ReportAlert)).ShouldContain("LastWeek-Slt");
        var run = school.Temp.Store.ReportSchedules.Runs("LastWeek-Slt").ShouldHaveSingleItem();
        run.State.ShouldBe(ReportRunState.Made);
        Check(school.Temp, school.Clock).Status.ShouldBe(HealthStatus.Red);

        await school.RunAsync(new InvokePolicyReportSchedule());
        Directory.GetFiles(school.Temp.Workspace.Paths.Reports, "*.html").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("large", "ReportToSendTooLarge")]
    [InlineData("gone", "ReportToSendNotFound")]
    [InlineData("changed", "ReportToSendNotOurs")]
    public async Task What_no_run_can_ever_send_is_kept_and_told_and_the_next_period_goes_on(string what, string fault)
    {
        await using var school = await SchoolAsync(o => o with { MailboxesAllowed = ["someone.else@rosewood.example"] });
        await school.RunAsync(Weekly());
        school.Clock.Now = At(30, 7, 0);
        await school.RunAsync(new InvokePolicyReportSchedule());
        var file = Path.Combine(school.Temp.Workspace.Paths.Reports, "compliance-2026-11-23--2026-11-29.html");
        File.Exists(file).ShouldBeTrue();
        switch (what)
        {
            case "large":
                await File.WriteAllBytesAsync(file, new byte[3_500_000]);
                break;
            case "gone":
                File.Delete(file);
                break;
            default:
                await File.AppendAllTextAsync(file, "<p>");
                break;
        }

        school.Clock.Now = At(30, 7, 0).AddDays(7);
        var sink = await school.RunAsync(new InvokePolicyReportSchedule());
        sink.Faults.Select(f => f.Id).ShouldBe(["ReportScheduleNotSendable", "ReportScheduleFailed"]);
        sink.Faults[0].Message.ShouldContain(fault);
        (await File.ReadAllTextAsync(school.Temp.Workspace.Paths.ReportAlert)).ShouldContain(fault);
        var runs = school.Temp.Store.ReportSchedules.Runs("LastWeek-Slt").OrderBy(r => r.From).ToList();
        runs.Select(r => r.State).ShouldBe([ReportRunState.Kept, ReportRunState.Made], "the second waits for the mailbox alone");
        runs[0].Detail.ShouldContain(fault);

        (await school.RunAsync(new InvokePolicyReportSchedule())).Faults.ShouldHaveSingleItem().Id.ShouldBe("ReportScheduleFailed");
    }

    [Fact]
    public async Task What_retention_took_of_old_periods_is_not_made_again()
    {
        using var workspace = new TempWorkspace(TestConfig.School with { Retention = new RetentionConfig { Reports = TimeSpan.FromDays(30) } });
        await workspace.RunAsync(Weekly());
        workspace.Clock.Now = At(30, 8, 0);
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().ShouldHaveSingleItem();
        workspace.Clock.Now = At(30, 8, 0).AddDays(35);
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().Count().ShouldBe(5);
        await workspace.RunAsync(new RemoveExpiredPolicyData());
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Outputs.ShouldBeEmpty();
        workspace.Store.ReportSchedules.Runs("LastWeek-Slt").Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_lost_answer_to_a_mail_that_went_out_sends_nothing_twice_and_is_told_by_mail()
    {
        await using var school = await SchoolAsync();
        await school.RunAsync(Weekly());
        school.Clock.Now = At(30, 7, 0);
        school.Tenant.Faults.Next(TenantFault.CutInside, path: "sendMail");
        (await school.RunAsync(new InvokePolicyReportSchedule())).Faults.ShouldHaveSingleItem().Message.ShouldContain("ReportSendUnknown");
        school.Tenant.Mail.Sent.Select(m => m.To.Single()).ShouldBe([Head, Alerts]);
        File.Exists(school.Temp.Workspace.Paths.ReportAlert).ShouldBeFalse();

        (await school.RunAsync(new InvokePolicyReportSchedule())).Of<ReportRun>().Single().State.ShouldBe(ReportRunState.Sent);
        school.Tenant.Mail.Sent.Count(m => m.To.Contains(Head, StringComparer.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task The_health_report_is_red_where_a_due_report_was_missed()
    {
        using var workspace = new TempWorkspace();
        Check(workspace, workspace.Clock).Status.ShouldBe(HealthStatus.Green);
        await workspace.RunAsync(Weekly());
        workspace.Clock.Now = At(30, 9, 0);
        Check(workspace, workspace.Clock).Status.ShouldBe(HealthStatus.Green, "a machine may be off for a night");
        workspace.Clock.Now = At(30, 9, 0).AddDays(1);
        Check(workspace, workspace.Clock).ShouldSatisfyAllConditions(c => c.Status.ShouldBe(HealthStatus.Red), c => c.Detail.ShouldContain("was not made"));
        await workspace.RunAsync(new InvokePolicyReportSchedule());
        Check(workspace, workspace.Clock).Status.ShouldBe(HealthStatus.Green);
    }

    [Fact]
    public async Task Registering_writes_the_definition_and_unregistering_removes_it_and_ends_the_reports()
    {
        using var workspace = new TempWorkspace();
        var sink = await workspace.RunAsync(Weekly());
        var schedule = sink.Of<ReportSchedule>().Single();
        schedule.NextDue.ShouldBe(At(30, 7, 0));
        schedule.Next.ShouldContain("systemctl enable --now rosewood-report-lastweek-slt.timer");
        sink.Warnings.ShouldHaveSingleItem().ShouldContain("reports.alerts");
        Directory.GetFiles(workspace.Workspace.Paths.Schedules).Length.ShouldBe(2);

        await workspace.RunAsync(new UnregisterPolicyReportSchedule { Name = ["lastweek-slt"] });
        Directory.GetFiles(workspace.Workspace.Paths.Schedules).ShouldBeEmpty();
        workspace.Clock.Now = At(30, 9, 0);
        (await workspace.RunAsync(new InvokePolicyReportSchedule())).Outputs.ShouldBeEmpty();
        (await workspace.RunAsync(new GetPolicyReportSchedule())).Outputs.ShouldBeEmpty();
        (await workspace.FaultOfAsync(new GetPolicyReportSchedule { Name = ["LastWeek-Slt"] })).Id.ShouldBe("ReportScheduleNotFound");
    }

    [Fact]
    public async Task What_makes_no_schedule_is_refused()
    {
        using var workspace = await new TempWorkspace().WithSchoolAsync();
        (await workspace.FaultOfAsync(new RegisterPolicyReportSchedule { Name = "x" })).Id.ShouldBe("ReportScheduleIncomplete");
        (await workspace.FaultOfAsync(new RegisterPolicyReportSchedule { Name = "../x" })).Id.ShouldBe("ReportScheduleNameInvalid");
        (await workspace.FaultOfAsync(new RegisterPolicyReportSchedule { At = "7 o'clock" })).Id.ShouldBe("ReportScheduleTimeInvalid");
        (await workspace.FaultOfAsync(new RegisterPolicyReportSchedule { Account = "x; reboot" })).Id.ShouldBe("ReportScheduleAccountInvalid");
        (await workspace.FaultOfAsync(new RegisterPolicyReportSchedule { Format = [ReportFormat.Csv] })).Id.ShouldBe("ReportScheduleFormatMissing");
        var journalist = Weekly();
        journalist.To = ["journalist@paper.example"];
        (await workspace.FaultOfAsync(journalist)).Id.ShouldBe("ReportRecipientNotEntitled");
        (await workspace.RunAsync(new GetPolicyReportSchedule())).Outputs.ShouldBeEmpty();
    }

    private static async Task<TenantSchool> SchoolAsync(Func<TestTenantOptions, TestTenantOptions>? with = null)
    {
        var school = await TenantSchool.StartAsync(with, reports: new ReportsConfig { Recipients = [new ReportRecipientsConfig(ReportRecipientGroup.Slt, [Head])], Alerts = [Alerts] });
        await school.Temp.WithSchoolAsync();
        school.Tenant.Directory.Add(new TenantUser(Guid.NewGuid().ToString(), Sender, "Reports"));
        return school;
    }

    private static RegisterPolicyReportSchedule Weekly() => new() { Period = ReportSchedulePeriod.LastWeek, Audience = ReportRecipientGroup.Slt, Scheduler = ReportScheduler.Systemd };

    private static HealthCheck Check(TempWorkspace workspace, TimeProvider clock) =>
        ReportScheduleChecks.Missed(new CommandContext("Test-PolicyWorkspace", TempWorkspace.Technician, clock, workspace.Workspace));

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
}
