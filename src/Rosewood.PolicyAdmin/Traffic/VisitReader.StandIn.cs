using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Judged visits.</summary>
public static class VisitReader
{
    /// <summary>Reads them.</summary>
    public static IEnumerable<Visit> Read(CommandContext context, DateTimeOffset from, DateTimeOffset to) => [];
}
