using System.Globalization;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One class of evidence about one account.</summary>
/// <param name="Kind">The class.</param>
/// <param name="Count">How often it was seen.</param>
/// <param name="Days">On how many days.</param>
/// <param name="LogLikelihoodRatio">How much more likely it is if the login is shared than if not, as a natural logarithm.</param>
/// <param name="Detail">What was seen, for a person.</param>
public sealed record SharedCredentialEvidence(SignInEvidenceKind Kind, int Count, int Days, double LogLikelihoodRatio, string Detail)
{
    /// <summary>For a person, such as <c>Overlap, 9 days, +5.0: R7-PC, then OFFICE-02, then R7-PC again in 4 min (3 Nov 2026 08:35)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind}, {Days} {(Days == 1 ? "day" : "days")}, {LogLikelihoodRatio:+0.0;-0.0;+0.0}: {Detail}");
}
