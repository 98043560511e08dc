namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>What identifies the finding that an incident was opened from. No family's address and no withheld one is in it.</summary>
/// <param name="Kind">Which command found it.</param>
/// <param name="Detail">What tells it from others about the same people: service, device, way, family.</param>
/// <param name="Id">The finding's own id, such as a message's, for whoever looks into it; null where it has none.</param>
/// <param name="From">Its first evidence; null where it has no time.</param>
/// <param name="Until">Its last evidence; null where it has no time.</param>
public sealed record IncidentFinding(IncidentFindingKind Kind, string Detail, string? Id, DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Whether another is the same finding, perhaps found over a longer or shorter period: the same in kind and detail, with a moment in common.</summary>
    public bool IsSameAs(IncidentFinding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind
            && string.Equals(Detail, other.Detail, StringComparison.Ordinal)
            && ((From is null && other.From is null) || ((Until ?? From) >= other.From && From <= (other.Until ?? other.From)));
    }
}

/// <summary>The commands whose findings become incidents.</summary>
public enum IncidentFindingKind
{
    /// <summary><c>Find-SocialMediaUse</c>.</summary>
    SocialMediaUse,

    /// <summary><c>Find-ProhibitedContentAccess</c>.</summary>
    ProhibitedContentAccess,

    /// <summary><c>Find-SharedCredentialUse</c>.</summary>
    SharedCredentialUse,

    /// <summary><c>Find-UnofficialCorrespondence</c>.</summary>
    UnofficialCorrespondence,

    /// <summary><c>Find-TextMessageMisuse</c>.</summary>
    TextMessageMisuse,
}
