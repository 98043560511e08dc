using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;
using Rosewood.PolicyAdmin.Reporting.Sending;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// Has a report made and sent by itself, and writes the timer's definition for the system's scheduler (a systemd service and timer, a task
/// for Task Scheduler, or a line for cron) into the workspace's folder schedules, with the command that puts it in its place. No password
/// is stored. What was missed while a machine was off is made up for at the next run, the oldest first.
/// </summary>
/// <example><code>Register-PolicyReportSchedule -Period LastWeek -Audience Slt -Day Monday -At 07:00</code>Each Monday, the week before, to SLT's addresses in policy.json.</example>
/// <example><code>Register-PolicyReportSchedule -Name governors -Period LastTerm -Audience Governors -Scheduler TaskScheduler</code>After each term, for the governors, by Windows' Task Scheduler.</example>
public sealed class RegisterPolicyReportSchedule : PolicyRequest
{
    /// <summary>Its name: letters, digits and dashes. Default: period and audience, such as LastWeek-Slt. A name that is there gets the new settings.</summary>
    public string? Name { get; set; }

    /// <summary>What it covers: LastWeek, LastMonth or LastTerm. Default: as the schedule of that name in policy.json.</summary>
    public ReportSchedulePeriod? Period { get; set; }

    /// <summary>For whom: Slt, Dsl, Dpo or Governors. Default: as the schedule of that name in policy.json.</summary>
    public ReportRecipientGroup? Audience { get; set; }

    /// <summary>The forms to write; Pdf is sent before Html. Default: Html.</summary>
    public ReportFormat[] Format { get; set; } = [ReportFormat.Html];

    /// <summary>The day of the week: the first such day after the period has ended. Default: Monday.</summary>
    public DayOfWeek? Day { get; set; }

    /// <summary>The school's local time, such as 07:00. Default: 07:00.</summary>
    public string? At { get; set; }

    /// <summary>Mail addresses or people who are entitled to it. Default: the audience's addresses in policy.json.</summary>
    public string[] To { get; set; } = [];

    /// <summary>For which scheduler the definition is written: Systemd, TaskScheduler or Cron. Default: this system's.</summary>
    public ReportScheduler? Scheduler { get; set; }

    /// <summary>As which account the timer runs; it has to own store.db. Default: this account, on Windows SYSTEM.</summary>
    public string? Account { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        if (Name is not null && !ScheduleText.IsName(Name))
        {
            throw ScheduleFaults.NameInvalid(Name).ToException();
        }

        if (At is not null && !TimeOnly.TryParseExact(At, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw ScheduleFaults.TimeInvalid(At).ToException();
        }

        if (Account is not null && !ScheduleText.IsAccount(Account))
        {
            throw ScheduleFaults.AccountInvalid(Account).ToException();
        }

        if (Format is null || !Format.Any(static f => f is ReportFormat.Html or ReportFormat.Pdf))
        {
            throw ScheduleFaults.NoPage().ToException();
        }
    }
}

internal sealed class RegisterPolicyReportScheduleHandler : CommandHandler<RegisterPolicyReportSchedule>
{
    private const string Clause = "GOV-1";

    public override Task HandleAsync(RegisterPolicyReportSchedule request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var book = new ScheduleBook(context);
        var known = request.Name is { } named ? book.All().FirstOrDefault(s => s.Name.Equals(named, StringComparison.OrdinalIgnoreCase)) : null;
        if ((request.Period ?? known?.Period) is not { } period || (request.Audience ?? known?.Audience) is not { } audience)
        {
            throw ScheduleFaults.Incomplete().ToException();
        }

        var to = request.To.Length == 0 ? [] : ReportRecipients.Of(request.To, audience, RoleSet.None, context);
        var at = request.At is { } time ? TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture) : known?.At ?? new TimeOnly(7, 0);
        var fact = new ScheduleFact(period, audience, [.. request.Format.Distinct()], request.Day ?? known?.Day ?? DayOfWeek.Monday, at, to)
        {
            Name = known?.Name ?? request.Name ?? ScheduleBook.NameOf(period, audience),
        };
        var definition = ScheduleDefinition.Of(fact, request.Scheduler ?? ScheduleDefinition.Usual(), request.Account, context);
        if (!sink.ShouldProcess(fact.Name, $"Make and send the report {period} for {audience} each {fact.Day} at {at:HH\\:mm} that follows, and write the timer's definition into {context.Workspace.Paths.Schedules}"))
        {
            return Task.CompletedTask;
        }

        definition.Write(context.Workspace.Paths.Schedules);
        using (var change = context.BeginChange())
        {
            context.Store.ReportSchedules.Set(change, fact.Name, fact);
            change.Audit(Clause, fact.Name, known, fact);
            change.Commit();
            fact = fact with { Since = change.Origin.At };
        }

        if (context.Config.Reports.Alerts.Count == 0)
        {
            sink.Warn("policy.json names nobody who is told when a scheduled report fails. Add addresses under reports.alerts; until then look at Test-PolicyWorkspace.");
        }

        sink.Write(book.Show(fact, definition.Install));
        return Task.CompletedTask;
    }
}
