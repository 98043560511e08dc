namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>An inbox rule.</summary>
/// <param name="Mailbox">Whose inbox, a school address.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="Action">What it does: <c>forwardTo</c>, <c>redirectTo</c>, <c>forwardAsAttachmentTo</c> or <c>moveToFolder</c>.</param>
/// <param name="Target">Where to; null when it moves.</param>
/// <param name="SenderContains">What the sender's address must contain, or none.</param>
/// <param name="IsEnabled">Whether it works.</param>
public sealed record InboxRule(string Mailbox, string Name, string Action, MailAddress? Target, IReadOnlyList<string> SenderContains, bool IsEnabled);
