using System.Management.Automation;
using Rosewood.PolicyAdmin.Governance;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Test-PolicyAudit.</summary>
[Cmdlet(VerbsDiagnostic.Test, "PolicyAudit")]
[OutputType(typeof(AuditProof))]
public sealed class TestPolicyAuditCommand : PolicyCmdlet<TestPolicyAudit>
{
    /// <inheritdoc cref="TestPolicyAudit.ExpectedHead"/>
    [Parameter(Position = 0)]
    public string? ExpectedHead { get => Request.ExpectedHead; set => Request.ExpectedHead = value; }
}
