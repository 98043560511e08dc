namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>How far an incident is.</summary>
public enum IncidentStatus
{
    /// <summary>Recorded; nobody has begun to look into it.</summary>
    Open,

    /// <summary>Somebody looks into it.</summary>
    Investigating,

    /// <summary>Done with, with an outcome that a person recorded.</summary>
    Closed,
}
