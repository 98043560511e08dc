namespace Rosewood.PolicyAdmin.Governance;

/// <summary>How often a command has written to the audit trail under a clause.</summary>
/// <param name="Command">The command.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Count">How many entries.</param>
/// <param name="LastAt">The last one's time.</param>
public sealed record AuditActivity(string Command, string Clause, long Count, DateTimeOffset LastAt);
