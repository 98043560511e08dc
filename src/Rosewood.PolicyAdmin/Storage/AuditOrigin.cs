namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Where a change comes from.</summary>
/// <param name="Command">The command, Verb-Noun.</param>
/// <param name="OperatorId">The operator's id.</param>
/// <param name="At">When.</param>
public sealed record AuditOrigin(string Command, string OperatorId, DateTimeOffset At);
