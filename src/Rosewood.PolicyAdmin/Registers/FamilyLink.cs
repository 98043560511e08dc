namespace Rosewood.PolicyAdmin.Registers;

/// <summary>What a record says about a member of staff and a family.</summary>
public enum FamilyLinkKind
{
    /// <summary>A friendship or kinship declared to SLT (REL-1).</summary>
    RelationshipDeclaration,

    /// <summary>Contact on social media that was agreed for the child's welfare (REL-2).</summary>
    FamilyContactAgreement,
}

/// <summary>A recorded link between a member of staff and a family.</summary>
/// <param name="Id">The record's id.</param>
/// <param name="Kind">What it says.</param>
/// <param name="PersonId">The member of staff.</param>
/// <param name="FamilyId">The family, by the school's id.</param>
/// <param name="From">First UTC tick at which it counts.</param>
/// <param name="Until">First UTC tick at which it no longer counts; <see cref="long.MaxValue"/> when it goes on.</param>
public sealed record FamilyLink(string Id, FamilyLinkKind Kind, string PersonId, string FamilyId, long From, long Until)
{
    /// <summary>The clause that the record serves.</summary>
    public string Clause => Kind == FamilyLinkKind.RelationshipDeclaration ? "REL-1" : "REL-2";

    /// <summary>Whether it counts at some instant between two, the second included.</summary>
    public bool CountsWithin(long firstTicks, long lastTicks) => From <= lastTicks && firstTicks < Until;
}
