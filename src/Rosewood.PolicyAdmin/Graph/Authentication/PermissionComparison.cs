using Rosewood.PolicyAdmin.Graph.Client;

namespace Rosewood.PolicyAdmin.Graph.Authentication;

/// <summary>Compares what a sign-in may do with what the school's commands need.</summary>
/// <param name="granted">The permissions of the sign-in.</param>
/// <param name="isUsed">Whether the school uses an operation.</param>
internal sealed class PermissionComparison(IReadOnlyList<string> granted, Predicate<GraphOperation> isUsed)
{
    /// <summary>Permissions that every sign-in has, or that come with the sign-in itself.</summary>
    private static readonly string[] Usual = ["openid", "profile", "email", "offline_access", "User.Read"];

    /// <summary>Mail is given in Exchange for one mailbox, which no token shows: that it is not in the token says nothing.</summary>
    private static readonly GraphOperation[] Unseen = [GraphOperation.SendMail, GraphOperation.SentItems];

    /// <summary>What lacks, each with the commands that need it.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. GraphOperations.All
            .Where(o => isUsed(o.Operation) && !Unseen.Contains(o.Operation) && !o.Broader.Append(o.Permission).Any(Has))
            .GroupBy(static o => o.Permission, StringComparer.Ordinal)
            .Select(static g => $"{g.Key}, for {string.Join(", ", g.Select(static o => o.Command).Distinct(StringComparer.Ordinal))}"),
    ];

    /// <summary>What no used command needs.</summary>
    public IReadOnlyList<string> Unneeded =>
    [
        .. granted.Where(p => !Usual.Contains(p, StringComparer.OrdinalIgnoreCase) && !GraphOperations.All.Any(o => isUsed(o.Operation) && Serves(p, o))),
    ];

    /// <summary>A broader permission serves only where the one that would be enough is not there.</summary>
    private bool Serves(string permission, GraphPermission operation) =>
        string.Equals(operation.Permission, permission, StringComparison.OrdinalIgnoreCase)
        || (operation.Broader.Contains(permission, StringComparer.OrdinalIgnoreCase) && !Has(operation.Permission));

    private bool Has(string permission) => granted.Contains(permission, StringComparer.OrdinalIgnoreCase);
}
