namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>Days that somebody is written down as absent.</summary>
/// <param name="Person">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record Absence(SimulatedPerson Person, DateOnly From, DateOnly To);
