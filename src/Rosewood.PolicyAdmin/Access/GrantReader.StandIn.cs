using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Access;

/// <summary>Grants as they stood at a moment.</summary>
public static class GrantReader
{
    /// <summary>Reads them.</summary>
    public static IReadOnlyList<AccessGrant> Read(CommandContext context, DateTimeOffset at) => [];
}
