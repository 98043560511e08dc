namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>One reason on one day.</summary>
/// <param name="Day">The day, school time.</param>
/// <param name="Kind">Why.</param>
/// <param name="Weight">How much of a whole proof it is: 1 or 0.5.</param>
public sealed record Proof(DateOnly Day, ProofKind Kind, double Weight);
