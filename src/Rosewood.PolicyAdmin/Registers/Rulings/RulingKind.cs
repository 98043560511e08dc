namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>What SLT ruled.</summary>
public enum RulingKind
{
    /// <summary>The system may be used.</summary>
    Permitted,

    /// <summary>It may not.</summary>
    Refused,
}
