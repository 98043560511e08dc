namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>A registered key: its public part and whose it is. Never edited.</summary>
/// <param name="Id">Its id, such as <c>SK-0001</c>.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="PersonId">Who made it and keeps its file.</param>
/// <param name="Fingerprint">What people compare: the first half of the public part's SHA-256.</param>
/// <param name="PublicKey">The public part, SubjectPublicKeyInfo.</param>
/// <param name="At">When it was registered.</param>
/// <param name="EndedAt">When it was retired; null while it was not.</param>
public sealed record SafeguardingKeyFact(
    string Id,
    SafeguardingKeyKind Kind,
    string PersonId,
    string Fingerprint,
    byte[] PublicKey,
    DateTimeOffset At,
    DateTimeOffset? EndedAt);

/// <summary>What a key is for.</summary>
public enum SafeguardingKeyKind
{
    /// <summary>A safeguarding lead's: opens what is reported.</summary>
    Lead,

    /// <summary>Kept outside IT by the head teacher, another senior leader or a governor: for the day on which a lead's is lost, and for concerns about a lead.</summary>
    Escrow,
}

/// <summary>How a key stands.</summary>
public enum SafeguardingKeyStatus
{
    /// <summary>What is reported is sealed to it.</summary>
    InUse,

    /// <summary>Its holder left the school or the role: nothing new is sealed to it.</summary>
    HolderChanged,

    /// <summary>It was retired: nothing new is sealed to it.</summary>
    Retired,
}
