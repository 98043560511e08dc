using Rosewood.PolicyAdmin.Graph.Sealing;

namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>A sealed file in the workspace.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Header">What stands in clear in it.</param>
internal sealed record TenantSlice(string Path, SealedHeader Header);
