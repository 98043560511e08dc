using System.Management.Automation;
using Rosewood.PolicyAdmin.Cmdlets.Completion;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="UnregisterPolicyReportSchedule"/>
[Cmdlet(VerbsLifecycle.Unregister, "PolicyReportSchedule", SupportsShouldProcess = true)]
public sealed class UnregisterPolicyReportScheduleCommand : PolicyCmdlet<UnregisterPolicyReportSchedule>
{
    /// <inheritdoc cref="UnregisterPolicyReportSchedule.Name"/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ScheduleCompleter))]
    public string[] Name { get => Request.Name; set => Request.Name = value; }
}
