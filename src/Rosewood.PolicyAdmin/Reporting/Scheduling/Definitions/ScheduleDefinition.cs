using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;

/// <summary>A timer's definition for a system's scheduler: files, and the command that puts them in their place.</summary>
/// <param name="Files">Names and contents.</param>
/// <param name="Install">What a person runs.</param>
internal sealed record ScheduleDefinition(IReadOnlyList<(string Name, byte[] Content)> Files, string Install)
{
    private static readonly string[] Endings = ["", ".service", ".timer", ".xml"];

    /// <summary>This system's scheduler.</summary>
    public static ReportScheduler Usual() =>
        OperatingSystem.IsWindows() ? ReportScheduler.TaskScheduler : ToolRunner.Find("systemctl") is null ? ReportScheduler.Cron : ReportScheduler.Systemd;

    /// <summary>The definition of a schedule.</summary>
    public static ScheduleDefinition Of(ScheduleFact schedule, ReportScheduler scheduler, string? account, CommandContext context)
    {
        var timer = new TimerPlan(
            Stem(schedule.Name),
            schedule,
            RosewoodProgram.Find() ?? RosewoodProgram.Name,
            context.Workspace.Paths.Root,
            account ?? (scheduler == ReportScheduler.TaskScheduler ? TaskXml.System : Environment.UserName),
            context.Config.School.TimeZone,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, context.Workspace.Zone).DateTime));
        var folder = context.Workspace.Paths.Schedules;
        return scheduler switch
        {
            ReportScheduler.TaskScheduler => new([(timer.Stem + ".xml", TaskXml.Write(timer))], $"Run as administrator: schtasks /Create /TN \"Rosewood\\{schedule.Name}\" /XML \"{Path.Combine(folder, timer.Stem + ".xml")}\"{TaskXml.CreateAs(timer.Account)}"),
            ReportScheduler.Cron => new([(timer.Stem, Encoding.UTF8.GetBytes(CronLine.Write(timer)))], $"Run as root: install -m 644 {ScheduleText.Cron(Path.Combine(folder, timer.Stem))} /etc/cron.d/. The account has to be on the roster, since cron sets its login (docs/unattended.md)."),
            _ => new(
                [(timer.Stem + ".service", Encoding.UTF8.GetBytes(SystemdUnits.Service(timer))), (timer.Stem + ".timer", Encoding.UTF8.GetBytes(SystemdUnits.Timer(timer)))],
                $"Run as root: install -m 644 {ScheduleText.Cron(Path.Combine(folder, timer.Stem + ".service"))} {ScheduleText.Cron(Path.Combine(folder, timer.Stem + ".timer"))} /etc/systemd/system/ && systemctl daemon-reload && systemctl enable --now {timer.Stem}.timer"),
        };
    }

    /// <summary>How a timer of a schedule is taken away.</summary>
    public static string Uninstall(string name) => OperatingSystem.IsWindows()
        ? $"schtasks /Delete /TN \"Rosewood\\{name}\""
        : $"systemctl disable --now {Stem(name)}.timer, and remove its files from /etc/systemd/system; or remove /etc/cron.d/{Stem(name)}.";

    /// <summary>Removes a schedule's files.</summary>
    public static void Remove(string folder, string name)
    {
        foreach (var file in Endings.Select(e => Path.Combine(folder, Stem(name) + e)).Where(File.Exists))
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes the files, in place of those of another scheduler.</summary>
    public void Write(string folder)
    {
        PrivateFiles.EnsureFolder(folder);
        foreach (var (name, content) in Files)
        {
            PrivateFiles.WriteWhole(Path.Combine(folder, name), content);
        }
    }

    // Without a dot: cron reads no file whose name has one.
    private static string Stem(string name) => "rosewood-report-" + name.ToLowerInvariant();
}

/// <summary>What a timer is made of.</summary>
/// <param name="Stem">The start of its files' names.</param>
/// <param name="Schedule">The schedule.</param>
/// <param name="Program">The console program, absolute.</param>
/// <param name="Workspace">The workspace's folder, absolute.</param>
/// <param name="Account">As whom it runs.</param>
/// <param name="Zone">The school's zone, IANA.</param>
/// <param name="Today">The day of its first boundary.</param>
internal sealed record TimerPlan(string Stem, ScheduleFact Schedule, string Program, string Workspace, string Account, string Zone, DateOnly Today)
{
    /// <summary>What it is, for people.</summary>
    public string Description => $"Rosewood: social media policy report {Schedule.Name}";

    /// <summary>What it runs.</summary>
    public IReadOnlyList<string> Arguments => ["Invoke-PolicyReportSchedule", "-Name", Schedule.Name, "-Workspace", Workspace];
}
