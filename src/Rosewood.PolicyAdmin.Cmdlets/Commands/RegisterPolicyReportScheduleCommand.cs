using System.Management.Automation;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;
using Rosewood.PolicyAdmin.Reporting.Scheduling.Definitions;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="RegisterPolicyReportSchedule"/>
[Cmdlet(VerbsLifecycle.Register, "PolicyReportSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(ReportSchedule))]
public sealed class RegisterPolicyReportScheduleCommand : PolicyCmdlet<RegisterPolicyReportSchedule>
{
    /// <inheritdoc cref="RegisterPolicyReportSchedule.Name"/>
    [Parameter(Position = 0)]
    public string? Name { get => Request.Name; set => Request.Name = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.Period"/>
    [Parameter]
    public ReportSchedulePeriod? Period { get => Request.Period; set => Request.Period = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.Audience"/>
    [Parameter]
    public ReportRecipientGroup? Audience { get => Request.Audience; set => Request.Audience = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.Format"/>
    [Parameter]
    public ReportFormat[] Format { get => Request.Format; set => Request.Format = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.Day"/>
    [Parameter]
    public DayOfWeek? Day { get => Request.Day; set => Request.Day = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.At"/>
    [Parameter]
    public string? At { get => Request.At; set => Request.At = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.To"/>
    [Parameter]
    public string[] To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.Scheduler"/>
    [Parameter]
    public ReportScheduler? Scheduler { get => Request.Scheduler; set => Request.Scheduler = value; }

    /// <inheritdoc cref="RegisterPolicyReportSchedule.Account"/>
    [Parameter]
    public string? Account { get => Request.Account; set => Request.Account = value; }
}
