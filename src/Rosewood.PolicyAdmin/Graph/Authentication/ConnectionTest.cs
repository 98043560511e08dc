using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>Signs in, asks the service for the tenant's name, and compares what the token allows with what commands need.</summary>
/// <param name="session">The way to the tenant.</param>
/// <param name="isUsed">Whether the school uses an operation, so that its permission is missing where the sign-in lacks it.</param>
internal sealed class ConnectionTest(TenantSession session, Predicate<GraphOperation> isUsed)
{
    /// <summary>Permissions that every sign-in has, or that come with the sign-in itself.</summary>
    private static readonly string[] Usual = ["openid", "profile", "email", "offline_access", "User.Read"];

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
        var (tenant, tenantId) = await OrganizationAsync(cancellationToken);
        return new TenantConnection(
            tenant ?? session.Config.TenantId,
            tenantId ?? claims?.TenantId ?? session.Config.TenantId,
            claims?.Account,
            session.Config.Authentication,
            session.Credential?.IsKept ?? true,
            granted,
            claims is null ? [] : Missing(granted),
            [.. granted.Where(p => !Usual.Contains(p, StringComparer.OrdinalIgnoreCase) && !GraphOperations.All.Any(o => string.Equals(o.Permission, p, StringComparison.OrdinalIgnoreCase)))]);
    }

    private IReadOnlyList<string> Missing(IReadOnlyList<string> granted) =>
    [
        .. GraphOperations.All
            .Where(o => isUsed(o.Operation) && !o.Broader.Append(o.Permission).Any(p => granted.Contains(p, StringComparer.OrdinalIgnoreCase)))
            .GroupBy(static o => o.Permission, StringComparer.Ordinal)
            .Select(static g => $"{g.Key}, for {string.Join(", ", g.Select(static o => o.Command).Distinct(StringComparer.Ordinal))}"),
    ];

    private async Task<(string? Name, string? Id)> OrganizationAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = session.Connection.V1;
            var request = client.Organization.ToGetRequestInformation(static r => r.QueryParameters.Select = ["id", "displayName"]);
            await using var body = await session.Connection.SendAsync(GraphOperation.Organization, client, request, cancellationToken);
            using var page = await GraphPage.TryReadAsync(body, cancellationToken) ?? throw GraphFaults.AnswerBroken(GraphOperation.Organization).ToException();
            var first = page.Items.EnumerateArray().FirstOrDefault();
            return first.ValueKind == System.Text.Json.JsonValueKind.Object ? (Text("displayName"), Text("id")) : (null, null);

            string? Text(string name) => first.TryGetProperty(name, out var value) && value.GetString() is { } text ? PlainText.Shorten(PlainText.Clean(text)) : null;
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
