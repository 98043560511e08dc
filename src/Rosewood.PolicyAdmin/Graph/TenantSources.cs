using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Graph;

/// <summary>Which sources a school fetches where nobody names any.</summary>
internal static class TenantSources
{
    /// <summary>All that a command reads. The directory's audit log is kept only where a school asks for it: no rule reads it.</summary>
    public static IReadOnlyList<TenantSource> Usual { get; } = [.. Enum.GetValues<TenantSource>().Where(static s => s != TenantSource.DirectoryAudits)];

    /// <summary>Those of a configuration.</summary>
    public static IReadOnlyList<TenantSource> Of(TenantConfig tenant) => tenant.Sources.Count > 0 ? tenant.Sources : Usual;
}
