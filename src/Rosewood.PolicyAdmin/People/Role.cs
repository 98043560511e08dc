namespace Rosewood.PolicyAdmin.People;

/// <summary>What a person is in the school. Fixed names; <c>policy.json</c> may add the school's own words for them.</summary>
public enum Role
{
    /// <summary>Head teacher: SLT, and holder of the standing authorisation (USE-3).</summary>
    HeadTeacher,

    /// <summary>Deputy head: SLT, and holder of the standing authorisation (USE-3).</summary>
    DeputyHead,

    /// <summary>Another member of the senior leadership team.</summary>
    SeniorLeader,

    /// <summary>Designated safeguarding lead (DSL).</summary>
    SafeguardingLead,

    /// <summary>Data protection officer (DPO).</summary>
    DataProtectionOfficer,

    /// <summary>IT technician.</summary>
    Technician,

    /// <summary>Office staff; send texts to families (COM-3).</summary>
    Admin,

    /// <summary>Teacher.</summary>
    Teacher,

    /// <summary>Support staff.</summary>
    Support,

    /// <summary>Governor.</summary>
    Governor,
}
