using Rosewood.Tenancy.Directory;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Exchange;

/// <summary>Finds the mailbox that a request is for.</summary>
internal static class Mailboxes
{
    /// <exception cref="GraphException">404 for an unknown user or one without a mailbox, 403 for one that the application may not use.</exception>
    public static TenantUser Of(GraphRequest request)
    {
        var user = request.State.Directory.Find(request.Ids[0])
            ?? throw new GraphException(404, "ErrorInvalidUser", $"The requested user '{request.Ids[0]}' is invalid.");
        if (user.Mail is null)
        {
            throw new GraphException(404, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");
        }

        return request.State.Options.MailboxesAllowed is { } allowed
            && !allowed.Contains(user.Id, StringComparer.OrdinalIgnoreCase) && !allowed.Contains(user.UserPrincipalName, StringComparer.OrdinalIgnoreCase)
            ? throw new GraphException(403, "ErrorAccessDenied", "Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.")
            : user;
    }
}
