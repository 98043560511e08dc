using System.Management.Automation;
using Rosewood.PolicyAdmin.Reporting;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="SendPolicyComplianceReport"/>
[Cmdlet(VerbsCommunications.Send, "PolicyComplianceReport", SupportsShouldProcess = true)]
[OutputType(typeof(ReportMail))]
public sealed class SendPolicyComplianceReportCommand : PolicyCmdlet<SendPolicyComplianceReport>
{
    /// <inheritdoc cref="SendPolicyComplianceReport.Path"/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string? Path { get => Request.Path; set => Request.Path = value; }

    /// <inheritdoc cref="SendPolicyComplianceReport.To"/>
    [Parameter]
    public string[] To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="SendPolicyComplianceReport.Force"/>
    [Parameter]
    public SwitchParameter Force { get => Request.Force; set => Request.Force = value; }
}
