using System.Globalization;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One mark in a lane.</summary>
/// <param name="Time">When, school local time, to a quarter of a minute.</param>
/// <param name="Kind">What.</param>
/// <param name="IsEvidence">Whether the evidence rests on it.</param>
public sealed record SignInMark(DateTimeOffset Time, SignInMarkKind Kind, bool IsEvidence)
{
    /// <summary>The time, what it was unless a sign-in, and a star where it is evidence: <c>08:31</c>, <c>08:40 Failed*</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time:HH:mm}{(Kind == SignInMarkKind.SignedIn ? "" : " " + Kind)}{(IsEvidence ? "*" : "")}");
}
