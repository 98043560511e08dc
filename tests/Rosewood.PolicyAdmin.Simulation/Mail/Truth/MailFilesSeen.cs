using Rosewood.PolicyAdmin.Simulation.Mail.Making;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Truth;

/// <summary>What the files that the school hands over show of messages and addresses.</summary>
internal sealed class MailFilesSeen
{
    private readonly SimulatedMail _mail;
    private readonly HashSet<MailMessage> _traced;
    private readonly HashSet<string> _tracedIds;
    private readonly ILookup<MailMessage, HeaderCopy> _copies;
    private readonly Dictionary<string, List<Family>> _families = new(StringComparer.Ordinal);
    private readonly ILookup<string, MailMessage> _withFamilyBySubject;
    private readonly HashSet<string> _withFamilyIds;

    public MailFilesSeen(SimulatedMail mail)
    {
        _mail = mail;
        _traced = [.. HasTrace ? mail.Traced : []];
        _copies = (mail.Options.Sources.HasFlag(MailSources.Headers) ? mail.HeaderCopies : []).ToLookup(c => c.Message);
        _tracedIds = new HashSet<string>(_traced.Select(m => m.MessageId), StringComparer.Ordinal);
        foreach (var family in mail.Families)
        {
            foreach (var address in family.Guardians.SelectMany(g => g.Registered).Select(MailAddresses.Canonical).Distinct(StringComparer.Ordinal))
            {
                _families.TryAdd(address, []);
                _families[address].Add(family);
            }
        }

        // Whoever knows the school sees by the subjects which letters are business: a parent's party is not.
        List<MailMessage> withFamily = [.. mail.Messages.Where(m => m.Topic == MailTopic.Family && IsSeen(m) && Shows(m).Any(a => FamiliesOf(a).Count > 0))];
        _withFamilyBySubject = withFamily.ToLookup(m => Subjects.Bare(m.Subject), StringComparer.Ordinal);
        _withFamilyIds = new HashSet<string>(withFamily.Select(m => m.MessageId), StringComparer.Ordinal);
    }

    public bool HasTrace => _mail.Options.Sources.HasFlag(MailSources.Trace);

    public bool IsTraced(MailMessage message) => _traced.Contains(message);

    public bool IsTraced(string messageId) => _tracedIds.Contains(messageId);

    public bool HasHeader(MailMessage message) => _copies.Contains(message);

    /// <summary>Whether the internet headers are there, which only received copies have.</summary>
    public bool HasInternetHeaders(MailMessage message) => _copies[message].Any(c => !c.IsSent);

    public bool IsSeen(MailMessage message) => IsTraced(message) || HasHeader(message);

    /// <summary>The addresses that the files show of a message, in one form.</summary>
    public HashSet<string> Shows(MailMessage message)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        if (IsTraced(message))
        {
            shown.UnionWith(message.Deliveries.Select(d => d.Recipient).Append(message.Envelope).Select(MailAddresses.Canonical));
        }

        if (HasHeader(message))
        {
            shown.UnionWith(message.Shown.Select(a => MailAddresses.Canonical(a.Address)));
        }

        return shown;
    }

    public IReadOnlyList<Family> FamiliesOf(string canonical) => _families.GetValueOrDefault(canonical) ?? [];

    /// <summary>Whether a subject says something.</summary>
    public static bool IsTelling(string subject) => Subjects.IsTelling(subject);

    /// <summary>Whether a family's mail with the school has the same conversation or telling subject, within 14 days.</summary>
    public bool IsWithFamily(MailMessage message, Predicate<MailMessage>? which = null)
    {
        if (HasInternetHeaders(message) && message.References.Any(_withFamilyIds.Contains))
        {
            return true;
        }

        return IsTelling(message.Subject) && _withFamilyBySubject[Subjects.Bare(message.Subject)].Any(m => m != message && Math.Abs(m.At - message.At) < 14L * 24 * 60 * UkTime.Minute && (which is null || which(m)));
    }

    /// <summary>How sure somebody can be whose a person's personal address is.</summary>
    public double Sureness(MailPerson person, MailMessage? message)
    {
        var address = person.PersonalAddress;
        if (FamiliesOf(MailAddresses.Canonical(address)).Count > 0)
        {
            return 0;
        }

        if (person.IsRegistered)
        {
            return 1;
        }

        if (MailAddresses.IsAlike(address, person.Name))
        {
            var suits = _mail.Staff.Count(p => MailAddresses.IsAlike(address, p.Name)) + _mail.Families.SelectMany(f => f.Guardians).Count(g => MailAddresses.IsAlike(address, g.Name));
            return suits == 1 ? 0.5 : 0.2;
        }

        return message is not null && HasHeader(message) && message.Shown.Any(a => a == person.AtHome) ? 0.34 : 0;
    }
}
