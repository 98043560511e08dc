using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>An official conversation between a member of staff and a family.</summary>
internal sealed record MailThread(Family Family, Guardian Guardian, MailPerson Person, MailAddress Mailbox, List<MailMessage> Messages);
