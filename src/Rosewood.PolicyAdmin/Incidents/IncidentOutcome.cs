namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>What people found. Nothing here comes about by itself (MIS-3).</summary>
public enum IncidentOutcome
{
    /// <summary>No misuse.</summary>
    NoMisuse,

    /// <summary>It can't be established.</summary>
    NotEstablished,

    /// <summary>Misuse, after it was looked into.</summary>
    Misuse,

    /// <summary>Handed to the disciplinary procedure.</summary>
    ReferredToDisciplinary,

    /// <summary>Handed to child protection: children's services, or the local authority's designated officer.</summary>
    ReferredToChildProtection,

    /// <summary>Handed to the police.</summary>
    ReferredToPolice,
}
