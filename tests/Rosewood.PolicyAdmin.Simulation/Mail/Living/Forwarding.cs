using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>A mailbox or rule that sends on what comes in.</summary>
/// <param name="Mailbox">The school address.</param>
/// <param name="Target">Where to.</param>
/// <param name="IsNewMessage">Whether a new message from the mailbox goes out; otherwise the same message gets another recipient.</param>
/// <param name="SenderContains">What the sender's address must contain, or none.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Behaviour">The honest behaviour that it is, or null.</param>
/// <param name="Owner">Whose it is, or null.</param>
/// <param name="Case">The guilty case that it is, or null.</param>
internal sealed record Forwarding(string Mailbox, MailAddress Target, bool IsNewMessage, IReadOnlyList<string> SenderContains, DateOnly From, DateOnly Until, MailBehaviour? Behaviour, MailPerson? Owner, MisuseCase? Case)
{
    public bool Takes(MailAddress sender, DateOnly day) =>
        day >= From && day <= Until && (SenderContains.Count == 0 || SenderContains.Any(s => sender.Address.Contains(s, StringComparison.OrdinalIgnoreCase)));
}
