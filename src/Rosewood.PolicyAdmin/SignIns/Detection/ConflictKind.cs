namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Between what a person would have to be in two places.</summary>
internal enum ConflictKind
{
    /// <summary>None: one person can be at both at once.</summary>
    None,

    /// <summary>Two computers that stand in rooms of the school.</summary>
    Rooms,

    /// <summary>A computer in school and a colleague's own one.</summary>
    Colleague,

    /// <summary>A computer that stays in school, and another place.</summary>
    SchoolAndOutside,

    /// <summary>Two places outside of the school.</summary>
    TwoOutside,
}
