using System.Management.Automation;
using Rosewood.PolicyAdmin.Graph;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="ConnectPolicyTenant"/>
[Cmdlet(VerbsCommunications.Connect, "PolicyTenant", SupportsShouldProcess = true)]
[OutputType(typeof(TenantConnection))]
public sealed class ConnectPolicyTenantCommand : PolicyCmdlet<ConnectPolicyTenant>;
