using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>What stands behind a clause.</summary>
public enum ControlStatus
{
    /// <summary>Stopped.</summary>
    Enforced,

    /// <summary>Looked at.</summary>
    Audited,

    /// <summary>Held in a register.</summary>
    Recorded,

    /// <summary>Not covered.</summary>
    NotCovered,
}

/// <summary>A clause and what stands behind it.</summary>
public sealed record PolicyControl(string Clause, string Rule, ControlStatus Status, string Evidence, DateTimeOffset? EvidenceAt);

/// <summary>Reads the clauses.</summary>
public static class ControlReader
{
    /// <summary>Reads them.</summary>
    public static IReadOnlyList<PolicyControl> Read(CommandContext context) => [];
}
