namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>
/// Microsoft's documented limits ("Microsoft Graph service-specific throttling limits"), by the address of a request. Where the documents
/// count in units or for all apps together, a fraction is taken: the program is not the only one that asks.
/// </summary>
internal static class GraphLimits
{
    /// <summary>The limit that a request counts against.</summary>
    /// <param name="address">The request's address, with its version as first segment.</param>
    public static GraphLimit Of(Uri address)
    {
        var path = address.AbsolutePath.Trim('/').Split('/');
        var rest = path.Length > 1 ? path[1..] : [];
        return rest switch
        {
            // Sign-ins, directory audits and provisioning share it.
            ["auditLogs", ..] => new GraphLimit("reports", 5, TimeSpan.FromSeconds(10), 1),
            ["admin", "exchange", "tracing", ..] => new GraphLimit("traces", 100, TimeSpan.FromMinutes(5), 2),
            ["users", var mailbox, "messages" or "mailFolders" or "sendMail", ..] => new GraphLimit($"mail {mailbox.ToUpperInvariant()}", 1000, TimeSpan.FromMinutes(1), 4),
            ["deviceManagement", ..] => new GraphLimit("devices", 100, TimeSpan.FromSeconds(20), 4),
            ["identityGovernance", ..] => new GraphLimit("governance", 50, TimeSpan.FromSeconds(10), 2),
            _ => new GraphLimit("directory", 100, TimeSpan.FromSeconds(10), 4),
        };
    }
}
