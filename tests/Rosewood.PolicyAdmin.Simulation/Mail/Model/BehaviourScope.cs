namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>Whose a behaviour is.</summary>
public enum BehaviourScope
{
    /// <summary>A member of staff's.</summary>
    Staff,

    /// <summary>A family's.</summary>
    Family,

    /// <summary>The whole school's: it occurs or it does not.</summary>
    School,
}
