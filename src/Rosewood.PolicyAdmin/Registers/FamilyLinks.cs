namespace Rosewood.PolicyAdmin.Registers;

/// <summary>The recorded links between staff and families, for an audit to ask. Immutable, without I/O.</summary>
/// <param name="links">The links, in the order in which they were recorded.</param>
public sealed class FamilyLinks(IReadOnlyCollection<FamilyLink> links)
{
    private readonly ILookup<(string PersonId, string FamilyId), FamilyLink> _links = links.ToLookup(l => (l.PersonId, l.FamilyId));
    private readonly ILookup<string, FamilyLink> _relationships = links.Where(l => l.Kind == FamilyLinkKind.RelationshipDeclaration).ToLookup(l => l.PersonId, StringComparer.Ordinal);

    /// <summary>No link.</summary>
    public static FamilyLinks Empty { get; } = new([]);

    /// <summary>Whether a member of staff has a declared relationship with any family at a time: a parent here, or a friend of one.</summary>
    /// <param name="personId">The member of staff.</param>
    /// <param name="ticks">UTC ticks.</param>
    public bool HasRelationship(string personId, long ticks) => _relationships[personId].Any(l => l.CountsWithin(ticks, ticks));

    /// <summary>The first link that counts in a time, or null.</summary>
    /// <param name="personId">The member of staff.</param>
    /// <param name="familyId">The family.</param>
    /// <param name="firstTicks">First UTC tick of what is to be explained.</param>
    /// <param name="lastTicks">Last UTC tick of it.</param>
    public FamilyLink? Find(string personId, string familyId, long firstTicks, long lastTicks) =>
        _links[(personId, familyId)].FirstOrDefault(l => l.CountsWithin(firstTicks, lastTicks));
}
