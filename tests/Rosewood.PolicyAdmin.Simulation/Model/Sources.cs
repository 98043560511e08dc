namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>What a school hands over.</summary>
[Flags]
public enum Sources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>signins.json</c>.</summary>
    SignIns = 1,

    /// <summary><c>security.json</c>.</summary>
    SecurityEvents = 2,

    /// <summary><c>staff.csv</c> and <c>devices.csv</c>.</summary>
    Registers = 4,

    /// <summary><c>absences.csv</c>.</summary>
    Absences = 8,

    /// <summary>Everything.</summary>
    All = SignIns | SecurityEvents | Registers | Absences,
}
