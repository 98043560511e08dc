namespace Rosewood.PolicyAdmin.Access;

/// <summary>A decision and why.</summary>
/// <param name="Allowed">Whether the access may go through.</param>
/// <param name="Verdict">The verdict for a person's act of this kind.</param>
/// <param name="Reason">The reason code.</param>
/// <param name="Clause">The policy clause that it serves, such as <c>USE-1</c>; empty when not in scope.</param>
/// <param name="GrantId">The covering grant, or the one that came nearest; null when there is none.</param>
public readonly record struct AccessDecision(
    bool Allowed,
    Verdict Verdict,
    ReasonCode Reason,
    string Clause,
    string? GrantId)
{
    /// <summary>Facts that can't be read: blocked, and said.</summary>
    public static AccessDecision Unavailable => new(Allowed: false, Verdict.BlockedAttempt, ReasonCode.StateUnavailable, Clauses.SchoolDevices, GrantId: null);
}
