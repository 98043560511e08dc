namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>How grave an incident would be if it is as it looks (DIS-1). The ladder guides who acts how fast; it decides nothing.</summary>
public enum IncidentSeverity
{
    /// <summary>A word with a senior leader may be enough.</summary>
    Minor,

    /// <summary>It may lead to disciplinary action.</summary>
    Serious,

    /// <summary>It may be gross misconduct, if it is found so by those who decide that.</summary>
    PossibleGrossMisconduct,
}
