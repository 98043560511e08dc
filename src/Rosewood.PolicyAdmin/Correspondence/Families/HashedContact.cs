namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>A contact of a family without anything by which it could be reached.</summary>
/// <param name="FamilyId">The school's own id of the family.</param>
/// <param name="Relationship">What the person is to the pupil, such as <c>Mother</c>; empty where the school does not say.</param>
/// <param name="Address">The hash of the address; null where the contact has none.</param>
/// <param name="Phone">The hash of the phone number; null where the contact has none.</param>
internal sealed record HashedContact(string FamilyId, string Relationship, ContactHash? Address, ContactHash? Phone);

/// <summary>A contact with its place in the store.</summary>
/// <param name="Number">The row.</param>
/// <param name="Contact">The contact.</param>
internal sealed record StoredContact(long Number, HashedContact Contact);
