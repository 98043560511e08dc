using System.Management.Automation;
using Rosewood.PolicyAdmin.Governance.Pages;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Writes the facts that a data protection impact assessment asks for.</summary>
[Cmdlet(VerbsCommon.New, "PolicyDpiaFacts", SupportsShouldProcess = true)]
[OutputType(typeof(GovernanceFile))]
public sealed class NewPolicyDpiaFactsCommand : PolicyCmdlet<NewPolicyDpiaFacts>
{
    /// <inheritdoc cref="NewPolicyDpiaFacts.OutputPath"/>
    [Parameter(Position = 0)]
    public string? OutputPath { get => Request.OutputPath; set => Request.OutputPath = value; }
}
