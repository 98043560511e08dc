using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Reporting.Scheduling;

/// <summary>Timers' definitions, held against what their schedulers take.</summary>
public sealed class DefinitionTests
{
    private static readonly XNamespace TaskNamespace = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    /// <summary>Where the published schema (MS-TSCH 2.5) has a sequence, its elements in order; elsewhere what it allows.</summary>
    private static readonly Dictionary<string, (bool IsSequence, string[] Children)> Schema = new(StringComparer.Ordinal)
    {
        ["Task"] = (false, ["RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"]),
        ["RegistrationInfo"] = (false, ["URI", "SecurityDescriptor", "Source", "Date", "Author", "Version", "Description", "Documentation"]),
        ["Triggers"] = (true, ["CalendarTrigger"]),
        ["CalendarTrigger"] = (true, ["Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "RandomDelay", "ScheduleByDay", "ScheduleByWeek", "ScheduleByMonth", "ScheduleByMonthDayOfWeek"]),
        ["ScheduleByWeek"] = (false, ["WeeksInterval", "DaysOfWeek"]),
        ["ScheduleByMonthDayOfWeek"] = (false, ["Weeks", "DaysOfWeek", "Months"]),
        ["Weeks"] = (true, ["Week"]),
        ["DaysOfWeek"] = (false, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
        ["Months"] = (false, ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]),
        ["Principals"] = (true, ["Principal"]),
        ["Principal"] = (false, ["UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"]),
        ["Settings"] = (false, ["AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate", "StartWhenAvailable", "NetworkProfileName", "RunOnlyIfNetworkAvailable", "WakeToRun", "Enabled", "Hidden", "DeleteExpiredTaskAfter", "IdleSettings", "NetworkSettings", "ExecutionTimeLimit", "Priority", "RunOnlyIfIdle"]),
        ["RestartOnFailure"] = (true, ["Interval", "Count"]),
        ["Actions"] = (true, ["Exec"]),
        ["Exec"] = (false, ["Command", "Arguments", "WorkingDirectory"]),
    };

    [Theory]
    [InlineData(ReportSchedulePeriod.LastWeek, "SYSTEM")]
    [InlineData(ReportSchedulePeriod.LastMonth, "SCHOOL\\rosewood$")]
    [InlineData(ReportSchedulePeriod.LastTerm, "SCHOOL\\it.tech")]
    public void The_task_keeps_to_the_structure_of_the_published_schema(ReportSchedulePeriod period, string account)
    {
        var bytes = TaskXml.Write(Plan(period, account));
        bytes[..2].ShouldBe([0xFF, 0xFE], "schtasks reads UTF-16 with its mark");
        var root = XDocument.Load(new MemoryStream(bytes)).Root!;
        root.Attribute("version")!.Value.ShouldBe("1.2");
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name.Namespace.ShouldBe(TaskNamespace);
            var names = element.Elements().Select(e => e.Name.LocalName).ToList();
            names.ShouldBeUnique(StringComparer.Ordinal);
            if (names.Count > 0)
            {
                var (isSequence, allowed) = Schema[element.Name.LocalName];
                names.ShouldBeSubsetOf(allowed, StringComparer.Ordinal, element.Name.LocalName);
                if (isSequence)
                {
                    names.Select(n => Array.IndexOf(allowed, n)).ShouldBeInOrder(SortDirection.Ascending, element.Name.LocalName);
                }
            }
        }
    }

    [Fact]
    public void The_task_catches_up_never_overlaps_and_holds_no_password()
    {
        var text = Encoding.Unicode.GetString(TaskXml.Write(Plan(ReportSchedulePeriod.LastWeek, "SYSTEM")));
        text.ShouldContain("<StartWhenAvailable>true</StartWhenAvailable>");
        text.ShouldContain("<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>");
        text.ShouldContain("<UserId>S-1-5-18</UserId>");
        text.ShouldNotContain("LogonType");
        Encoding.Unicode.GetString(TaskXml.Write(Plan(ReportSchedulePeriod.LastWeek, "SCHOOL\\it.tech"))).ShouldContain("<LogonType>S4U</LogonType>");
        TaskXml.CreateAs("SCHOOL\\rosewood$").ShouldContain("/NP", Case.Sensitive, "a managed account's password is the domain controller's");
    }

    [Fact]
    public async Task The_units_are_taken_by_systemd_itself()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            SystemdUnits.Timer(Plan(ReportSchedulePeriod.LastWeek, "root")).ShouldContain("Persistent=true");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("rosewood units % $HOME ");
        try
        {
            foreach (var period in Enum.GetValues<ReportSchedulePeriod>())
            {
                var plan = Plan(period, "root") with { Program = "/bin/true", Workspace = folder.FullName, Stem = "rosewood-report-" + period.ToString().ToLowerInvariant() };
                var (service, timer) = (Path.Combine(folder.FullName, plan.Stem + ".service"), Path.Combine(folder.FullName, plan.Stem + ".timer"));
                await File.WriteAllTextAsync(service, SystemdUnits.Service(plan));
                await File.WriteAllTextAsync(timer, SystemdUnits.Timer(plan));
                var (code, output) = await RunAsync("systemd-analyze", "verify", "--man=no", timer, service);
                output.Split('\n').Where(l => l.Contains(plan.Stem, StringComparison.Ordinal)).ShouldBeEmpty();
                code.ShouldBe(0, output);
                (await RunAsync("systemd-analyze", "calendar", SystemdUnits.Calendar(plan))).Code.ShouldBe(0);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(ReportSchedulePeriod.LastWeek, "Mon *-*-* 07:00:00 Europe/London")]
    [InlineData(ReportSchedulePeriod.LastMonth, "Mon *-*-01..07 07:00:00 Europe/London")]
    public void The_timer_fires_when_the_report_is_due(ReportSchedulePeriod period, string calendar)
    {
        SystemdUnits.Calendar(Plan(period, "root")).ShouldBe(calendar);
        SystemdUnits.Timer(Plan(period, "root")).ShouldContain("Persistent=true");
    }

    [Fact]
    public void A_line_for_cron_runs_each_day_since_cron_catches_nothing_up()
    {
        var line = CronLine.Write(Plan(ReportSchedulePeriod.LastMonth, "rosewood") with { Workspace = "/srv/o'brien 50%" });
        line.ShouldEndWith("0 7 * * * rosewood '/usr/bin/rosewood' 'Invoke-PolicyReportSchedule' '-Name' 'weekly' '-Workspace' '/srv/o'\\''brien 50\\%'\n");
    }

    [Fact]
    public void Paths_can_not_break_out_of_their_place()
    {
        ScheduleText.Systemd("/srv/a\"b\nExecStart=/bin/sh $HOME %h \\").ShouldBe("\"/srv/a\\\"b ExecStart=/bin/sh $$HOME %%h \\\\\"");
        ScheduleText.Windows("C:\\school data\\").ShouldBe("\"C:\\school data\\\\\"");
        ScheduleText.IsName("weekly-1").ShouldBeTrue();
        ScheduleText.IsName("-x").ShouldBeFalse();
        ScheduleText.IsName("ä").ShouldBeFalse();
    }

    private static TimerPlan Plan(ReportSchedulePeriod period, string account) => new(
        "rosewood-report-weekly",
        new ScheduleFact(period, ReportRecipientGroup.Slt, [ReportFormat.Html], DayOfWeek.Monday, new TimeOnly(7, 0), []) { Name = "weekly" },
        "/usr/bin/rosewood",
        "/var/lib/rosewood",
        account,
        "Europe/London",
        new DateOnly(2026, 11, 24));

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
