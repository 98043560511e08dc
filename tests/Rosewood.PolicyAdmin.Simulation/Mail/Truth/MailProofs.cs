using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>What the acts of a case prove, by kind; see <see cref="MailDetectability"/>.</summary>
internal sealed class MailProofs(SimulatedMail mail, MailFilesSeen seen, MisuseCase made)
{
    private const double ByAddressAlone = 0.34;

    private readonly MailPerson _person = made.Person;
    private readonly string _home = MailAddresses.Canonical(made.Person.PersonalAddress);

    /// <summary>Whether the case came to a kind at all.</summary>
    public bool IsGuilty(MailKind kind) => made.Kinds.Contains(kind) && kind switch
    {
        MailKind.PersonalAddress => made.Acts.Any(m => m.Shown.Any(IsHome)),
        MailKind.OffSystemThread => made.Acts.Any(AnswersOffSystem),
        _ => made.Acts.Count > 0,
    };

    public IEnumerable<MailProof> Of(MailKind kind) => kind switch
    {
        MailKind.PersonalAddress => made.Acts.Select(Together).OfType<MailProof>(),
        MailKind.SelfForward => made.Acts.Select(SentHome).OfType<MailProof>(),
        MailKind.OffSystemThread => made.Acts.Where(AnswersOffSystem).Select(Answer).OfType<MailProof>(),
        MailKind.InboxRuleForward => InForce(
            mail.Options.Sources.HasFlag(MailSources.Rules) && mail.Rules.Any(r => r.IsEnabled && r.Target == _person.AtHome && Same(r.Mailbox, _person.SchoolAddress)),
            MailReason.RuleInForce),
        _ => InForce(
            mail.Options.Sources.HasFlag(MailSources.Mailboxes) && mail.Mailboxes.Any(m => Same(m.Address, _person.SchoolAddress) && Same(_person.PersonalAddress, m.ForwardingSmtpAddress)),
            MailReason.ForwardingInForce),
    };

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private bool IsHome(MailAddress address) => string.Equals(MailAddresses.Canonical(address.Address), _home, StringComparison.Ordinal);

    /// <summary>Whether a family's act came to the school and answers what the person wrote past it.</summary>
    private bool AnswersOffSystem(MailMessage message) =>
        !IsHome(message.From) && !message.IsSentBySchool && message.Deliveries.Count > 0
        && made.Acts.Any(a => string.Equals(a.MessageId, message.InReplyTo, StringComparison.Ordinal) && IsHome(a.From) && a.Deliveries.Count == 0);

    private MailProof? Together(MailMessage message)
    {
        var shown = seen.Shows(message);
        if (message.Topic != MailTopic.Family || !seen.IsSeen(message) || !shown.Contains(_home))
        {
            return null;
        }

        var sureness = seen.Sureness(_person, message);
        if (shown.Any(IsListed))
        {
            return Proof(message, MailReason.TogetherInOneMessage, sureness * (MailFilesSeen.IsTelling(message.Subject) ? 1 : 0.5));
        }

        return IsHome(message.From) && seen.IsWithFamily(message) ? Proof(message, MailReason.InAFamilysConversation, sureness) : null;
    }

    private MailProof? SentHome(MailMessage message)
    {
        if (message.Topic != MailTopic.Family || !seen.IsSeen(message) || !seen.Shows(message).Contains(_home))
        {
            return null;
        }

        var bySubject = seen.IsWithFamily(message, m => m.At <= message.At && m.Deliveries.Any(d => Same(d.Recipient, _person.SchoolAddress)));
        var byConversation = seen.HasHeader(message) && mail.Messages.Any(m => m != message && Same(m.Conversation, message.Conversation) && seen.HasHeader(m) && seen.Shows(m).Any(IsListed));
        return bySubject || byConversation ? Proof(message, MailReason.ForwardsFamilyMail, Math.Max(ByAddressAlone, seen.Sureness(_person, message))) : null;
    }

    private MailProof? Answer(MailMessage message)
    {
        if (!seen.HasTrace || !seen.HasInternetHeaders(message) || !seen.Shows(message).Any(IsListed))
        {
            return null;
        }

        if (message.Shown.Any(IsHome))
        {
            return Proof(message, MailReason.AnswersPersonalAddress, seen.Sureness(_person, message));
        }

        var isToPersonAlone = message.To.Concat(message.Cc).All(a => a == _person.AtSchool);
        var isOfOwnProvider = string.Equals(HostOf(message.InReplyTo!), HostOf(message.MessageId), StringComparison.Ordinal);
        return isToPersonAlone ? Proof(message, MailReason.AnswersUnknownMessage, isOfOwnProvider ? ByAddressAlone / 2 : ByAddressAlone) : null;
    }

    private IEnumerable<MailProof> InForce(bool isInFile, MailReason reason)
    {
        if (!isInFile || made.Acts.Count == 0)
        {
            return [];
        }

        var traced = made.Acts.FirstOrDefault(a => seen.IsTraced(a) && IsFamilyMail(a));
        return [traced is not null ? Proof(traced, reason, 1) : Proof(made.Acts[0], reason, seen.Sureness(_person, null))];
    }

    /// <summary>By its sender when it was redirected, by the message before it when it was forwarded.</summary>
    private bool IsFamilyMail(MailMessage message) =>
        seen.Shows(message).Any(IsListed) || mail.Messages.Any(m => Same(m.MessageId, message.InReplyTo) && seen.Shows(m).Any(IsListed));

    /// <summary>Whether an address is a family's that the person has not declared.</summary>
    private bool IsListed(string canonical) => seen.FamiliesOf(canonical).Any(f => f != _person.CloseFamily);

    private static string HostOf(string messageId) => messageId[(messageId.LastIndexOf('@') + 1)..].ToUpperInvariant() switch
    {
        var host when host.EndsWith("PROD.OUTLOOK.COM>", StringComparison.Ordinal) => "OUTLOOK",
        var host => host.Replace("MAIL.", "", StringComparison.Ordinal),
    };

    private static MailProof Proof(MailMessage message, MailReason reason, double weight) => new(UkTime.DayOf(message.At), reason, message.MessageId, weight);
}
