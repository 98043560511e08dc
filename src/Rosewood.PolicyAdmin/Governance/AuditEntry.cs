namespace Rosewood.PolicyAdmin.Governance;

/// <summary>An entry of the audit trail as it is shown.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When, in the school's local time.</param>
/// <param name="Operator">Who: the display name where the roster has it, else the account or id.</param>
/// <param name="Command">The command.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Subject">Ids of what was changed.</param>
/// <param name="Before">The state before as JSON; null when there was none; a note in brackets when erased or not for this reader.</param>
/// <param name="After">The state after; likewise.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    string Operator,
    string Command,
    string Clause,
    string Subject,
    string? Before,
    string? After,
    string Hash);
