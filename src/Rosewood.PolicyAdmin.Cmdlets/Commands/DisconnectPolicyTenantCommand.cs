using System.Management.Automation;
using Rosewood.PolicyAdmin.Graph;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="DisconnectPolicyTenant"/>
[Cmdlet(VerbsCommunications.Disconnect, "PolicyTenant", SupportsShouldProcess = true)]
public sealed class DisconnectPolicyTenantCommand : PolicyCmdlet<DisconnectPolicyTenant>;
