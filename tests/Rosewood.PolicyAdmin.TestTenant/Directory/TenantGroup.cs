namespace Rosewood.Tenancy.Directory;

/// <summary>A group; members are users and groups.</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">The name shown.</param>
public sealed record TenantGroup(string Id, string DisplayName)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }
}
