namespace Rosewood.PolicyAdmin.Correspondence.Families;

/// <summary>What is recorded of a family's contacts of one relationship: what <c>Get-FamilyContact</c> gives. Never an address or a number.</summary>
/// <param name="FamilyId">The school's id of the family.</param>
/// <param name="Relationship">What they are to the pupil; empty where the school does not say.</param>
/// <param name="Contacts">How many contacts.</param>
/// <param name="Addresses">Of them with a mail address.</param>
/// <param name="Phones">Of them with a phone number.</param>
public sealed record FamilyContact(string FamilyId, string Relationship, int Contacts, int Addresses, int Phones);
