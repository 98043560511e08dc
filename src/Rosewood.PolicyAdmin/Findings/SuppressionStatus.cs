namespace Rosewood.PolicyAdmin.Findings;

/// <summary>How a dismissal stands.</summary>
public enum SuppressionStatus
{
    /// <summary>It counts.</summary>
    Active,

    /// <summary>Its time is over: the finding is shown again.</summary>
    Expired,

    /// <summary>It was ended before its time.</summary>
    Removed,
}
