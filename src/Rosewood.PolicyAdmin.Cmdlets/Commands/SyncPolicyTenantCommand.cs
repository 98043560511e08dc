using System.Management.Automation;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph;

namespace Rosewood.PolicyAdmin.Cmdlets.Commands;

/// <inheritdoc cref="SyncPolicyTenant"/>
[Cmdlet(VerbsData.Sync, "PolicyTenant", SupportsShouldProcess = true)]
[OutputType(typeof(SyncResult))]
public sealed class SyncPolicyTenantCommand : PolicyCmdlet<SyncPolicyTenant>
{
    /// <inheritdoc cref="SyncPolicyTenant.Source"/>
    [Parameter(Position = 0)]
    public TenantSource[] Source { get => Request.Source; set => Request.Source = value; }

    /// <inheritdoc cref="SyncPolicyTenant.From"/>
    [Parameter]
    public TimeInput? From { get => Request.From; set => Request.From = value; }

    /// <inheritdoc cref="SyncPolicyTenant.To"/>
    [Parameter]
    public TimeInput? To { get => Request.To; set => Request.To = value; }
}
