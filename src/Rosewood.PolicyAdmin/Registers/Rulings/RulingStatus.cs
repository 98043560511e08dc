namespace Rosewood.PolicyAdmin.Registers.Rulings;

/// <summary>How a ruling stands.</summary>
public enum RulingStatus
{
    /// <summary>It holds from a later time.</summary>
    Pending,

    /// <summary>It holds.</summary>
    Active,

    /// <summary>Its time is over.</summary>
    Ended,

    /// <summary>It was closed.</summary>
    Closed,
}
