using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="NewPolicyComplianceReport"/>
[Cmdlet(VerbsCommon.New, "PolicyComplianceReport", SupportsShouldProcess = true)]
[OutputType(typeof(ReportFile), typeof(ReportPlan))]
public sealed class NewPolicyComplianceReportCommand : PolicyCmdlet<NewPolicyComplianceReport>
{
    /// <inheritdoc cref="NewPolicyComplianceReport.Period"/>
    [Parameter(Position = 0)]
    public ReportPeriodKind? Period { get => Request.Period; set => Request.Period = value; }

    /// <inheritdoc cref="NewPolicyComplianceReport.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="NewPolicyComplianceReport.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }

    /// <inheritdoc cref="NewPolicyComplianceReport.Audience"/>
    [Parameter]
    public ReportRecipientGroup Audience { get => Request.Audience; set => Request.Audience = value; }

    /// <inheritdoc cref="NewPolicyComplianceReport.Format"/>
    [Parameter]
    public ReportFormat[] Format { get => Request.Format; set => Request.Format = value; }

    /// <inheritdoc cref="NewPolicyComplianceReport.OutputPath"/>
    [Parameter]
    public string? OutputPath { get => Request.OutputPath; set => Request.OutputPath = value; }
}
