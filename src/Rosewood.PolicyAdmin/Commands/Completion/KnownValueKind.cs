namespace Rosewood.PolicyAdmin.Commands.Completion;

/// <summary>What a parameter's values name, where the workspace knows them.</summary>
public enum KnownValueKind
{
    /// <summary>People employed now.</summary>
    Person,

    /// <summary>Services of the catalogue.</summary>
    Service,

    /// <summary>Devices of the inventory, and the classes that grants speak of.</summary>
    Device,

    /// <summary>Formats of logs.</summary>
    LogFormat,

    /// <summary>Targets of the block.</summary>
    Target,

    /// <summary>Clauses of the policy.</summary>
    Clause,

    /// <summary>Commands.</summary>
    Command,

    /// <summary>Grants that may still be revoked or confirmed.</summary>
    Grant,

    /// <summary>Changes of roles that wait.</summary>
    PolicyChange,

    /// <summary>Incidents that the operator may see.</summary>
    Incident,

    /// <summary>Dismissals of findings that still count.</summary>
    Suppression,

    /// <summary>Legal holds in force.</summary>
    LegalHold,

    /// <summary>Rulings of SLT that are not over.</summary>
    Ruling,

    /// <summary>Declarations of relationships that are not over.</summary>
    Declaration,

    /// <summary>Agreements on contact that are not over.</summary>
    Agreement,

    /// <summary>Records of interviews.</summary>
    Recruitment,

    /// <summary>Schedules of reports.</summary>
    Schedule,
}
