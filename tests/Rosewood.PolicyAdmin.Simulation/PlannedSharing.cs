using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation;

/// <summary>A shared account that a school shall have.</summary>
/// <param name="Story">How it comes about.</param>
/// <param name="Strength">How often it is used by somebody else.</param>
public sealed record PlannedSharing(SharingStory Story, SharingStrength Strength);
