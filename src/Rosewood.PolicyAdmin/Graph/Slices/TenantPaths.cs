using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>Where a workspace keeps what belongs to the tenant.</summary>
/// <param name="Workspace">The workspace's files.</param>
internal sealed record TenantPaths(WorkspacePaths Workspace)
{
    /// <summary>Sealed slices, a folder for each source.</summary>
    public string Folder => Path.Combine(Workspace.Root, "tenant");

    /// <summary>The key of the slices.</summary>
    public string Key => Path.Combine(Workspace.Keys, "tenant.key");

    /// <summary>Who signed in: an account's name and ids, no token.</summary>
    public string Account => Path.Combine(Folder, "account.json");

    /// <summary>Held while a synchronisation runs.</summary>
    public string Lock => Path.Combine(Workspace.Root, "tenant.lock");
}
