namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>How sure a finding is.</summary>
public enum SharedCredentialVerdict
{
    /// <summary>Worth a question, and no more.</summary>
    Possible,

    /// <summary>At least two independent classes of evidence, and together likely beyond the configured threshold.</summary>
    Shared,
}
