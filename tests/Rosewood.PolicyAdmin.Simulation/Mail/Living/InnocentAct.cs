using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>An honest behaviour that occurred.</summary>
internal sealed record InnocentAct(MailBehaviour Behaviour, MailPerson? Person, Family? Family, MailMessage? Message);
