using System.Management.Automation;
using Rosewood.PolicyAdmin.Governance.Retention;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <summary>Removes what is older than policy.json says that it is kept.</summary>
[Cmdlet(VerbsCommon.Remove, "ExpiredPolicyData", SupportsShouldProcess = true)]
[OutputType(typeof(ExpiredData))]
public sealed class RemoveExpiredPolicyDataCommand : PolicyCmdlet<RemoveExpiredPolicyData>
{
}
