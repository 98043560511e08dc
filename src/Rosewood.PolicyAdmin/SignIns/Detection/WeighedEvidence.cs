namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>One class of evidence with its weight.</summary>
/// <param name="Kind">The class.</param>
/// <param name="Observations">What was seen.</param>
/// <param name="Days">On how many days.</param>
/// <param name="Weight">The logarithm of the likelihood ratio.</param>
internal sealed record WeighedEvidence(SignInEvidenceKind Kind, IReadOnlyList<Observation> Observations, int Days, double Weight);
