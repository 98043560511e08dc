namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One class of evidence about one account.</summary>
/// <param name="Kind">The class.</param>
/// <param name="Count">How often it was seen.</param>
/// <param name="Days">On how many days.</param>
/// <param name="LogLikelihoodRatio">How much more likely it is if the login is shared than if not, as a natural logarithm.</param>
/// <param name="Detail">What was seen, for a person.</param>
public sealed record SharedCredentialEvidence(SignInEvidenceKind Kind, int Count, int Days, double LogLikelihoodRatio, string Detail);
