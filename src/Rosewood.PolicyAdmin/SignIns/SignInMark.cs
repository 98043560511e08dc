namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One mark in a lane.</summary>
/// <param name="Time">When, school local time, to a quarter of a minute.</param>
/// <param name="Kind">What.</param>
/// <param name="IsEvidence">Whether the evidence rests on it.</param>
public sealed record SignInMark(DateTimeOffset Time, SignInMarkKind Kind, bool IsEvidence);
