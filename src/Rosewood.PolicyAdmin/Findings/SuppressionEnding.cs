namespace Rosewood.PolicyAdmin.Findings;

/// <summary>The end of a dismissal before its time.</summary>
/// <param name="SuppressionId">Which dismissal.</param>
/// <param name="At">From when it no longer counts.</param>
/// <param name="By">Operator id.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record SuppressionEnding(string SuppressionId, DateTimeOffset At, string By, string? Reason);
