namespace Rosewood.PolicyAdmin.Governance;

/// <summary>A clause of the policy and what stands behind it.</summary>
/// <param name="Clause">Its id, such as <c>USE-1</c>.</param>
/// <param name="Rule">The rule, in short.</param>
/// <param name="Status">What kind of control there is.</param>
/// <param name="Evidence">What shows it, in words and numbers; empty where the reader may not see it.</param>
/// <param name="EvidenceAt">When the evidence is from; null where it is a setting, or there is none.</param>
public sealed record PolicyControl(string Clause, string Rule, ControlStatus Status, string Evidence, DateTimeOffset? EvidenceAt);

/// <summary>What stands behind a clause.</summary>
public enum ControlStatus
{
    /// <summary>A technical control stops it.</summary>
    Enforced,

    /// <summary>Evidence is looked at.</summary>
    Audited,

    /// <summary>A register holds it.</summary>
    Recorded,

    /// <summary>Nothing here covers it.</summary>
    NotCovered,
}
