using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>An honest behaviour that occurred.</summary>
/// <param name="Behaviour">What.</param>
/// <param name="Person">The member of staff on whom a wrong suspicion would fall; null for the whole school.</param>
/// <param name="Family">The family, or null.</param>
/// <param name="MessageIds">The messages, if any.</param>
/// <param name="LooksLike">What somebody might wrongly see in it.</param>
public sealed record InnocentTruth(MailBehaviour Behaviour, MailPerson? Person, Family? Family, IReadOnlyList<string> MessageIds, IReadOnlyList<MailKind> LooksLike);
