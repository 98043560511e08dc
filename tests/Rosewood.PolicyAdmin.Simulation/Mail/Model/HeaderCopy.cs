namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>A message as it lies in a mailbox whose headers are exported.</summary>
/// <param name="Mailbox">The school address.</param>
/// <param name="Message">The message.</param>
/// <param name="IsSent">Whether it lies among the sent ones, where Exchange keeps no internet headers.</param>
public sealed record HeaderCopy(string Mailbox, MailMessage Message, bool IsSent);
