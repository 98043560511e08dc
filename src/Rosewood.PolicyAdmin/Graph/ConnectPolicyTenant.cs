using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Authentication;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>
/// Signs in to the school's Microsoft 365 tenant as policy.json says (certificate, managed identity, device code or browser), and says what
/// the sign-in may do, what it lacks and what lacks for it. Tokens stay in the system's protected store, never in the workspace.
/// </summary>
/// <example><code>Connect-PolicyTenant -WhatIf</code>Shows to which tenant it would sign in, and how.</example>
/// <example><code>Connect-PolicyTenant</code>Signs in, and tests the connection.</example>
public sealed class ConnectPolicyTenant : PolicyRequest;

internal sealed class ConnectPolicyTenantHandler : CommandHandler<ConnectPolicyTenant>
{
    public override async Task HandleAsync(ConnectPolicyTenant request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var config = context.Config.Tenant ?? throw TenantFaults.NotConfigured().ToException();
        if (!sink.ShouldProcess(config.TenantId, $"Sign in ({config.Authentication})"))
        {
            return;
        }

        using var session = TenantSession.Open(context, sink);
        var connection = await new ConnectionTest(session, new UsedOperations(context.Config).Contains).RunAsync(cancellationToken);
        using (var change = context.BeginChange())
        {
            change.Audit("GOV-1", $"tenant {config.TenantId}", before: null, new { connection.Authentication, connection.Permissions });
            change.Commit();
        }

        sink.Write(connection);
        foreach (var missing in connection.Missing)
        {
            sink.Warn($"Missing: {missing}");
        }

        if (connection.Unneeded.Count > 0)
        {
            sink.Warn($"The sign-in may do what no command needs: {string.Join(", ", connection.Unneeded)}. Take these permissions from the app registration, where nothing else uses it.");
        }
    }
}
