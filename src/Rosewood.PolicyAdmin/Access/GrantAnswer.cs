namespace Rosewood.PolicyAdmin.Access;

/// <summary>The authoriser's own word on a grant recorded in their name.</summary>
/// <param name="GrantId">Which grant.</param>
/// <param name="At">When.</param>
/// <param name="By">Operator id of the authoriser.</param>
/// <param name="Refused">True: they said no; the grant ends there.</param>
public sealed record GrantAnswer(string GrantId, DateTimeOffset At, string By, bool Refused);
