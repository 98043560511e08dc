using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="InvokePolicyReportSchedule"/>
[Cmdlet(VerbsLifecycle.Invoke, "PolicyReportSchedule", SupportsShouldProcess = true)]
[OutputType(typeof(ReportRun))]
public sealed class InvokePolicyReportScheduleCommand : PolicyCmdlet<InvokePolicyReportSchedule>
{
    /// <inheritdoc cref="InvokePolicyReportSchedule.Name"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ScheduleCompleter))]
    public string[] Name { get => Request.Name; set => Request.Name = value; }
}
