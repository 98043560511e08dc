using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Sharing;

/// <summary>An account that its owner shares: with whom, why, how often.</summary>
public sealed class SharingCase
{
    /// <summary>How it comes about.</summary>
    public required SharingStory Story { get; init; }

    /// <summary>How often.</summary>
    public required SharingStrength Strength { get; init; }

    /// <summary>Whose account it is.</summary>
    public required SimulatedPerson Owner { get; init; }

    /// <summary>Who uses it beside the owner.</summary>
    public required IReadOnlyList<SimulatedPerson> Others { get; init; }

    /// <summary>Whether another's phone is registered for the second factor.</summary>
    public required bool RegistersOthersPhone { get; init; }

    /// <summary>Whether the other has set the account's mail up on the own phone.</summary>
    public bool HasMailOnOthersPhone => RegistersOthersPhone && Strength >= SharingStrength.Regular
        && Story is SharingStory.JobSharePartners or SharingStory.DeputyAndAssistant or SharingStory.OnColleaguesLaptop or SharingStory.HandedRoundTeam;

    /// <summary>Whether the others open a Windows session; otherwise they sign in within a browser.</summary>
    public required bool UsesWindows { get; init; }

    /// <summary>The account.</summary>
    public SimulatedAccount Account => Owner.Account!;

    /// <summary>On how many days somebody else used it.</summary>
    public int DaysUsed { get; internal set; }

    /// <summary>On how many days so far somebody else was to use it.</summary>
    internal int DaysDue { get; set; }
}
