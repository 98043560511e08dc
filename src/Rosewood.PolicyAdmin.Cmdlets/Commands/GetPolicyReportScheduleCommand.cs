using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Reporting.Scheduling;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="GetPolicyReportSchedule"/>
[Cmdlet(VerbsCommon.Get, "PolicyReportSchedule")]
[OutputType(typeof(ReportSchedule))]
public sealed class GetPolicyReportScheduleCommand : PolicyCmdlet<GetPolicyReportSchedule>
{
    /// <inheritdoc cref="GetPolicyReportSchedule.Name"/>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ScheduleCompleter))]
    public string[] Name { get => Request.Name; set => Request.Name = value; }
}
