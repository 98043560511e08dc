namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>A role as <c>staff.csv</c> writes it.</summary>
public enum StaffRole
{
    /// <summary>The head teacher; exactly one.</summary>
    HeadTeacher,

    /// <summary>The deputy; exactly one.</summary>
    DeputyHead,

    /// <summary>Senior leadership.</summary>
    SeniorLeader,

    /// <summary>The designated safeguarding lead.</summary>
    SafeguardingLead,

    /// <summary>The data protection officer.</summary>
    DataProtectionOfficer,

    /// <summary>The IT technician.</summary>
    Technician,

    /// <summary>The office.</summary>
    Admin,

    /// <summary>Teachers, also on supply.</summary>
    Teacher,

    /// <summary>Teaching assistants and other support.</summary>
    Support,

    /// <summary>Governors: an account, seldom in school.</summary>
    Governor,
}
