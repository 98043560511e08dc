using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Authentication;
using Rosewood.PolicyAdmin.Graph.Slices;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>
/// Forgets who signed in to the tenant, and the tokens that this machine keeps for it. What was fetched stays. A certificate or a managed
/// identity is not touched: take it from the app registration where it must not count any more.
/// </summary>
/// <example><code>Disconnect-PolicyTenant</code>The next command that needs the tenant asks a person to sign in again.</example>
/// <example><code>Disconnect-PolicyTenant -WhatIf</code>Shows whether a sign-in is kept.</example>
public sealed class DisconnectPolicyTenant : PolicyRequest;

internal sealed class DisconnectPolicyTenantHandler : CommandHandler<DisconnectPolicyTenant>
{
    public override Task HandleAsync(DisconnectPolicyTenant request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var paths = new TenantPaths(context.Workspace.Paths);
        var config = context.Config.Tenant;
        var target = config?.TenantId ?? "tenant";
        if (!Storage.PrivateFiles.IsThere(paths.Account))
        {
            sink.Warn(config?.Authentication is TenantAuthentication.Certificate or TenantAuthentication.ManagedIdentity
                ? $"No person's sign-in is kept: the program signs in by {config.Authentication}. Change tenant.authentication in policy.json, or remove the credential from the app registration."
                : "No sign-in is kept.");
            return Task.CompletedTask;
        }

        if (sink.ShouldProcess(target, "Forget the sign-in and its tokens"))
        {
            TokenStore.Clear(context.Workspace.Paths);
            TenantAccount.Forget(paths);
            using var change = context.BeginChange();
            change.Audit("GOV-1", $"tenant {target}", before: new { SignedIn = true }, after: new { SignedIn = false });
            change.Commit();
        }

        return Task.CompletedTask;
    }
}
