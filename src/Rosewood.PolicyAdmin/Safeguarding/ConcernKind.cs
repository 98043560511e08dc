namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>What a safeguarding concern is a sign of (SAF-1, SAF-2). Sealed concerns keep the name: it is never changed.</summary>
public enum ConcernKind
{
    /// <summary>Something else.</summary>
    Other,

    /// <summary>Signs of radicalisation: reporting them is a statutory duty.</summary>
    Radicalisation,

    /// <summary>Signs of grooming.</summary>
    Grooming,

    /// <summary>Signs of cyber-bullying.</summary>
    CyberBullying,

    /// <summary>Something that a child sent to a member of staff's personal social media.</summary>
    MessageFromChild,
}
