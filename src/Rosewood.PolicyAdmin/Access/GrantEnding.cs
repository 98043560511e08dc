namespace Rosewood.PolicyAdmin.Access;

/// <summary>The end of a grant before its time.</summary>
/// <param name="GrantId">Which grant.</param>
/// <param name="At">From when it no longer counts.</param>
/// <param name="By">Operator id.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record GrantEnding(string GrantId, DateTimeOffset At, string By, string? Reason);
