using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>Signs in, asks the service for the tenant's name, and compares what the token allows with what commands need.</summary>
/// <param name="session">The way to the tenant.</param>
/// <param name="isUsed">Whether the school uses an operation, so that its permission is missing where the sign-in lacks it.</param>
internal sealed class ConnectionTest(TenantSession session, Predicate<GraphOperation> isUsed)
{
    /// <summary>Runs the test.</summary>
    /// <exception cref="FaultException">The sign-in fails, or the service can't be used.</exception>
    public async Task<TenantConnection> RunAsync(CancellationToken cancellationToken)
    {
        var claims = await session.SignInAsync(anew: true, cancellationToken);
        if (claims?.TenantId is { } actual && Guid.TryParse(session.Config.TenantId, out var configured) && Guid.TryParse(actual, out var id) && id != configured)
        {
            throw TenantFaults.OtherTenant(session.Config.TenantId, actual).ToException();
        }

        var granted = claims?.Permissions ?? [];
        var compared = new PermissionComparison(granted, isUsed);
        var (tenant, tenantId) = await OrganizationAsync(cancellationToken);
        return new TenantConnection(
            tenant ?? session.Config.TenantId,
            tenantId ?? claims?.TenantId ?? session.Config.TenantId,
            claims?.Account,
            session.Config.Authentication,
            session.Credential?.IsKept ?? true,
            granted,
            claims is null ? [] : compared.Missing,
            compared.Unneeded);
    }

    private async Task<(string? Name, string? Id)> OrganizationAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = session.Connection.V1;
            var request = client.Organization.ToGetRequestInformation(static r => r.QueryParameters.Select = ["id", "displayName"]);
            await using var body = await session.Connection.SendAsync(GraphOperation.Organization, client, request, cancellationToken);
            using var page = await GraphPage.TryReadAsync(body, cancellationToken) ?? throw GraphFaults.AnswerBroken(GraphOperation.Organization).ToException();
            var first = page.Items.EnumerateArray().FirstOrDefault();
            return (Text("displayName"), Text("id"));

            string? Text(string name) => JsonText.Of(first, name) is { } text ? PlainText.Shorten(PlainText.Clean(text)) : null;
        }
        catch (FaultException e) when (string.Equals(e.Fault.Id, "GraphPermissionMissing", StringComparison.Ordinal))
        {
            // The name is a courtesy; that the permission is missing is told with the others.
            return (null, null);
        }
        catch (GraphRefusedException e)
        {
            throw GraphFaults.Refused(GraphOperation.Organization, e).ToException(e);
        }
    }
}
