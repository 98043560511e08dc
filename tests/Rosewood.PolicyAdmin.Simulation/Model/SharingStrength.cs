namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>How often a shared account is used by somebody else.</summary>
public enum SharingStrength
{
    /// <summary>On one day.</summary>
    Once,

    /// <summary>On one or two days a month.</summary>
    Occasional,

    /// <summary>On one to three days a week.</summary>
    Regular,

    /// <summary>On most school days.</summary>
    Habitual,
}
