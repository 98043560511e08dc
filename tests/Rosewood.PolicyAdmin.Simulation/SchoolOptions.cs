using System.Collections.Immutable;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation;

/// <summary>What school to make. The same options give the same school and the same files, byte for byte.</summary>
public sealed record SchoolOptions
{
    /// <summary>What all chance comes from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>People with an account, 30 to 200.</summary>
    public int StaffCount { get; init; } = 60;

    /// <summary>School days, 1 to 200; weekends and holidays between them are lived through as well.</summary>
    public int SchoolDays { get; init; } = 30;

    /// <summary>The first day.</summary>
    public DateOnly StartDate { get; init; } = new(2026, 9, 7);

    /// <summary>How likely each behaviour is.</summary>
    public BehaviourRates Rates { get; init; } = BehaviourRates.Realistic;

    /// <summary>Behaviours that a certain number of people have, whatever the rates say.</summary>
    public ImmutableSortedDictionary<Behaviour, int> People { get; init; } = ImmutableSortedDictionary<Behaviour, int>.Empty;

    /// <summary>The smallest share of accounts that are shared, 0 to 1.</summary>
    public double LeastShared { get; init; } = 0.03;

    /// <summary>The largest share of accounts that are shared, 0 to 1.</summary>
    public double MostShared { get; init; } = 0.06;

    /// <summary>Shared accounts beside those of the shares above.</summary>
    public ImmutableArray<PlannedSharing> Sharing { get; init; } = [];

    /// <summary>The share of leaders, technicians and office workers who have a laptop too.</summary>
    public double LaptopShare { get; init; } = 0.7;

    /// <summary>The chance that a person falls ill on a school day; an illness lasts one to four days.</summary>
    public double IllnessRate { get; init; } = 0.015;

    /// <summary>How far wrong clocks are at most, minutes.</summary>
    public int WrongClockMinutes { get; init; } = 9;

    /// <summary>How often machines ask for tokens, as a factor; for large files.</summary>
    public double TokenRefreshFactor { get; init; } = 1;

    /// <summary>What the school hands over.</summary>
    public Sources Sources { get; init; } = Sources.All;

    /// <summary>Whether <c>signins.json</c> has the fields of Graph's beta.</summary>
    public bool BetaFields { get; init; }

    /// <summary>Whether <c>signins.json</c> has a record a line, without the array around them.</summary>
    public bool JsonLines { get; init; }
}
