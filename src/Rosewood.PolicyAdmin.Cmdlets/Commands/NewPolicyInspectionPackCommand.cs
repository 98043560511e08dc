using System.Management.Automation;
using Rosewood.PolicyAdmin.Governance.Pages;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Gathers what inspectors ask a school to show.</summary>
[Cmdlet(VerbsCommon.New, "PolicyInspectionPack", SupportsShouldProcess = true)]
[OutputType(typeof(GovernanceFile))]
public sealed class NewPolicyInspectionPackCommand : PolicyCmdlet<NewPolicyInspectionPack>
{
    /// <inheritdoc cref="NewPolicyInspectionPack.OutputPath"/>
    [Parameter(Position = 0)]
    public string? OutputPath { get => Request.OutputPath; set => Request.OutputPath = value; }
}
