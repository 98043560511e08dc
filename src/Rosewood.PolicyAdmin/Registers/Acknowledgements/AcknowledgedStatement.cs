namespace Rosewood.PolicyAdmin.Registers.Acknowledgements;

/// <summary>What a member of staff says of themself. Records and files name them: a name is never changed.</summary>
public enum AcknowledgedStatement
{
    /// <summary>They have read the policy (TRN-1).</summary>
    PolicyRead,

    /// <summary>They have looked at the privacy settings of what they use (TRN-1).</summary>
    PrivacySettings,

    /// <summary>They are not friends on social media with pupils, past or present (REL-3).</summary>
    NotFriendsWithPupils,

    /// <summary>They name neither the school nor colleagues outside (CON-2).</summary>
    NamesNobody,
}
