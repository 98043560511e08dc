using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>A tested sign-in to the tenant.</summary>
/// <param name="Tenant">The tenant's name, or its id where the sign-in may not read the name.</param>
/// <param name="TenantId">Its id.</param>
/// <param name="Account">Who signed in: a person's name, or the app's id; null: the service takes requests without a sign-in.</param>
/// <param name="Authentication">How.</param>
/// <param name="IsKept">Whether the next command signs in without a person.</param>
/// <param name="Permissions">What the sign-in may do.</param>
/// <param name="Missing">What it lacks, and the commands that need it.</param>
/// <param name="Unneeded">What it may do and no command needs.</param>
public sealed record TenantConnection(
    string Tenant,
    string TenantId,
    string? Account,
    TenantAuthentication Authentication,
    bool IsKept,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unneeded);
