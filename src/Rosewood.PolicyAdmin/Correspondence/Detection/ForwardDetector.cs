using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Model;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Finds mailboxes and enabled inbox rules that send mail outside.</summary>
/// <param name="book">Tells who is who.</param>
internal sealed class ForwardDetector(AddressBook book)
{
    /// <summary>Mailboxes and rules of nobody on the roster that send mail outside: counted, not named, for pupils may be among them.</summary>
    public int OfOthers { get; private set; }

    /// <summary>Mailboxes that send on to an entry of the directory of which nobody can tell whether it is outside.</summary>
    public int Unresolved { get; private set; }

    /// <summary>The signs of the mailboxes.</summary>
    public IEnumerable<Sign> OfMailboxes(IReadOnlyList<MailboxRow> mailboxes)
    {
        var inside = mailboxes.SelectMany(static m => m.Names).Concat(mailboxes.SelectMany(static m => new[] { m.UserPrincipalName, m.PrimaryAddress }))
            .Where(static n => n.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var mailbox in mailboxes)
        {
            var targets = new List<CorrespondentAddress>();
            if (CorrespondentAddress.Parse(mailbox.ForwardingSmtpAddress) is { } smtp)
            {
                targets.Add(smtp);
            }

            if (mailbox.ForwardingAddress is { } entry && !inside.Contains(entry))
            {
                if (CorrespondentAddress.Parse(entry) is { } address)
                {
                    targets.Add(address);
                }
                else
                {
                    Unresolved++;
                }
            }

            var isShared = mailbox.IsShared;
            foreach (var sign in targets.Where(IsOutside).DistinctBy(static t => t.Canonical, StringComparer.Ordinal).Select(t => Make(
                CorrespondenceKind.ExternalForward, mailbox.UserPrincipalName, mailbox.PrimaryAddress, isShared, t, "The mailbox sends its mail on to an outside address.")))
            {
                if (sign is not null)
                {
                    yield return sign;
                }
            }
        }
    }

    /// <summary>The signs of the rules.</summary>
    public IEnumerable<Sign> OfRules(IEnumerable<ForwardRule> rules) => rules
        .Where(static r => r.IsEnabled)
        .SelectMany(r => r.To.SelectMany(AddressReader.ReadAll).Where(IsOutside).DistinctBy(static t => t.Canonical, StringComparer.Ordinal)
            .Select(t => Make(CorrespondenceKind.InboxRuleForward, r.Mailbox, "", isShared: false, t, "An enabled inbox rule forwards or redirects mail to an outside address.")))
        .OfType<Sign>();

    private bool IsOutside(CorrespondentAddress address) => book.Of(address) is { IsSchool: false, Kind: not PartyKind.Ignored };

    private Sign? Make(CorrespondenceKind kind, string mailbox, string other, bool isShared, CorrespondentAddress target, string what)
    {
        var party = book.Of(target);
        var shown = party.Families.Count > 0 && party.PersonIds.Count == 0 ? "family:" + party.Families[0] : target.Masked();
        var person = isShared ? null : book.PersonOf(mailbox) ?? (other.Length > 0 ? book.PersonOf(other) : null);
        if (person is not null)
        {
            var own = party.PersonIds.Contains(person.Id, StringComparer.Ordinal) ? " It is the person's own declared address." : "";
            return new Sign(kind, person.Id, shown, CorrespondenceWeights.Forwarding, what + own) { Families = party.PersonIds.Count == 0 ? party.Families : [], SystemDomain = target.Domain };
        }

        var address = CorrespondentAddress.Parse(other) ?? CorrespondentAddress.Parse(mailbox);
        if (address is not null && (isShared || book.IsShared(address)))
        {
            return new Sign(kind, PersonId: null, shown, CorrespondenceWeights.Forwarding, what + " The mailbox is shared: ask who set it.") { Mailbox = address.ToString(), SystemDomain = target.Domain };
        }

        OfOthers++;
        return null;
    }
}
