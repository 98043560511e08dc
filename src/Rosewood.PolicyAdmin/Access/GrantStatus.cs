namespace Rosewood.PolicyAdmin.Access;

/// <summary>How a grant stands at a moment.</summary>
public enum GrantStatus
{
    /// <summary>Not counting yet: it begins later, or waits for a confirmation that the school requires.</summary>
    Pending,

    /// <summary>Counting.</summary>
    Active,

    /// <summary>Ended at its own time.</summary>
    Expired,

    /// <summary>Ended before its time: revoked, or refused by its authoriser.</summary>
    Revoked,
}
