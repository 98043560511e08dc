namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>The second axis of misuse (MIS-1).</summary>
public enum MisuseNature
{
    /// <summary>About money, goods, works, or what is taken.</summary>
    Commercial,

    /// <summary>Violent, hateful, bullying.</summary>
    Aggressive,

    /// <summary>Sexual.</summary>
    Sexual,

    /// <summary>About values: trust, honesty, prejudice, harmful advice.</summary>
    Values,
}
