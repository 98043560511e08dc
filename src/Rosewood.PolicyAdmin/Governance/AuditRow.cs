namespace Rosewood.PolicyAdmin.Governance;

/// <summary>One entry of the audit trail as it is stored.</summary>
/// <param name="Sequence">Its number, from 1 without gaps.</param>
/// <param name="At">When.</param>
/// <param name="OperatorId">Who: a person's id, or <c>account:</c> and an account's name.</param>
/// <param name="Command">The command.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Subject">Ids of what was changed.</param>
/// <param name="BeforeDigest">SHA-256 of salt and the state before, or null.</param>
/// <param name="AfterDigest">SHA-256 of salt and the state after, or null.</param>
/// <param name="Previous">The hash of the entry before.</param>
/// <param name="Hash">This entry's hash.</param>
/// <param name="Salt">The salt; null once the values are erased.</param>
/// <param name="Before">The state before as JSON; null when there was none or it is erased.</param>
/// <param name="After">The state after as JSON; likewise.</param>
public sealed record AuditRow(
    long Sequence,
    DateTimeOffset At,
    string OperatorId,
    string Command,
    string Clause,
    string Subject,
    byte[]? BeforeDigest,
    byte[]? AfterDigest,
    byte[] Previous,
    byte[] Hash,
    byte[]? Salt,
    string? Before,
    string? After);
