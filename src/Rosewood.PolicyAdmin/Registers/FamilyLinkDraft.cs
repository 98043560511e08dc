using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Registers;

/// <summary>An entry that was checked and is yet to be recorded.</summary>
/// <param name="Subject">The member of staff.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Leader">The SLT member who stands behind it.</param>
/// <param name="Services">An agreement: the services.</param>
/// <param name="Make">Makes the fact, given its id and the instant.</param>
internal sealed record FamilyLinkDraft(Person Subject, string FamilyId, Person Leader, IReadOnlyList<string> Services, Func<string, DateTimeOffset, FamilyLinkFact> Make);
