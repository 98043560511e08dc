using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;

namespace Rosewood.PolicyAdmin.Simulation.Truth;

/// <summary>What is true of one account.</summary>
/// <param name="Account">The account.</param>
/// <param name="UsedBy">Everybody whose hands signed in with it, the owner first; attackers too.</param>
/// <param name="Behaviours">The honest behaviours that did occur with it.</param>
/// <param name="Case">The sharing, or null. It is there also when the days were too few for it to happen: see <paramref name="IsShared"/>.</param>
/// <param name="IsShared">Whether somebody whom the owner let, not the owner, did use it.</param>
/// <param name="IsDeclaredShared">Whether the school has declared it as shared: a kiosk's or a service's.</param>
/// <param name="Story">What happened, in one sentence.</param>
/// <param name="Detectability">Whether the files show it.</param>
public sealed record AccountTruth(
    SimulatedAccount Account,
    IReadOnlyList<SimulatedPerson> UsedBy,
    IReadOnlySet<Behaviour> Behaviours,
    SharingCase? Case,
    bool IsShared,
    bool IsDeclaredShared,
    string Story,
    Detectability Detectability)
{
    /// <summary>Whether an experienced investigator would be convinced; see <see cref="Truth.Detectability"/>.</summary>
    public bool Detectable => Detectability.IsDetectable;

    /// <summary>How often it is shared; null when it is not.</summary>
    public SharingStrength? Strength => IsShared ? Case?.Strength : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Account}: {Story}";
}
