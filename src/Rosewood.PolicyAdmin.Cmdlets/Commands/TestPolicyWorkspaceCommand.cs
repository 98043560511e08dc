using System.Management.Automation;
using Rosewood.PolicyAdmin.Workspace;
using Rosewood.PolicyAdmin.Workspace.Health;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Test-PolicyWorkspace.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PolicyWorkspace")]
[OutputType(typeof(HealthCheck))]
public sealed class TestPolicyWorkspaceCommand : PolicyCmdlet<TestPolicyWorkspace>
{
}
