namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>A host suffix that a list names; of two that fit a host, the longer one decides.</summary>
/// <param name="Host">Lower-case A-labels; covers everything under it.</param>
/// <param name="IsBlocked">Blocked, or open under a blocked one.</param>
internal sealed record HostRule(string Host, bool IsBlocked)
{
    /// <summary>How often the verdict changes on the way down to this rule: 0 for a blocked host with none above it, 1 for one open under that.</summary>
    public int Depth { get; init; }
}
