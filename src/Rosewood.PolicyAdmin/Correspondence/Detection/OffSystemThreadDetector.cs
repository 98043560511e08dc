using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>Finds messages of families to the school that answer a message which the school never sent or saw: the conversation began elsewhere.</summary>
/// <param name="picture">What was seen.</param>
/// <param name="unknown">Tells such answers.</param>
internal sealed class OffSystemThreadDetector(MailPicture picture, UnknownAnswers unknown)
{
    private readonly Dictionary<string, Person> _staff = picture.Book.Staff.ToDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>Answers to something unknown that could not be judged.</summary>
    public int Unjudged { get; private set; }

    /// <summary>The signs of all messages.</summary>
    public IReadOnlyList<Sign> Find()
    {
        var signs = new List<Sign>();
        foreach (var mail in unknown.All.Where(m => !picture.IsKnown(MessageKey.Of(m.InReplyTo))))
        {
            var found = unknown.Is(mail) ? Judge(mail).ToList() : [];
            Unjudged += found.Count == 0 ? 1 : 0;
            signs.AddRange(found);
        }

        return signs;
    }

    private IEnumerable<Sign> Judge(Mail mail)
    {
        var domain = MessageKey.DomainOf(mail.InReplyTo!);
        var provider = ConsumerMail.ProviderOf(domain);
        var staff = Asked(mail);
        var isAside = mail.Before.Any(picture.IsKnown) || mail.To.Exists(static p => p.Kind == PartyKind.Family);
        foreach (var person in staff)
        {
            var own = _staff[person].PersonalAddresses.Select(a => CorrespondentAddress.Parse(a)?.CanonicalDomain).OfType<string>().ToList();
            var isOwn = own.Exists(d => MailDomainName.IsWithin(domain, d) || (provider is not null && string.Equals(ConsumerMail.ProviderOf(d), provider, StringComparison.Ordinal)));
            var goesHome = mail.To.Exists(p => p.IsOwnedBy(person));
            if (provider is null && !isOwn && !goesHome)
            {
                // A system of which nothing is known.
                continue;
            }

            var goesAlike = !goesHome && mail.To.Exists(p => p.Kind == PartyKind.Consumer && picture.Book.Names.Of(person, p) >= NameLikeness.Enough);
            var confidence = goesHome ? CorrespondenceWeights.OffSystemToOwn
                : goesAlike ? CorrespondenceWeights.OffSystemToAlike
                : IsFamilys(mail.From, domain, provider) ? CorrespondenceWeights.OffSystemSameProvider
                : isOwn ? CorrespondenceWeights.OffSystemOwnProvider
                : CorrespondenceWeights.OffSystemOtherProvider;
            confidence *= staff.Count > 1 ? CorrespondenceWeights.SeveralRecipients : 1;
            confidence *= domain.EndsWith(".prod.outlook.com", StringComparison.Ordinal) ? CorrespondenceWeights.ExchangeOnline : 1;
            confidence *= !isAside ? 1 : goesHome || goesAlike ? CorrespondenceWeights.AsideToOwn : CorrespondenceWeights.FamiliesAside;
            foreach (var family in mail.From.Families.Take(1))
            {
                yield return new Sign(
                    CorrespondenceKind.OffSystemThread,
                    person,
                    "family:" + family,
                    confidence,
                    goesHome
                        ? "This family answered a message that the school never sent or received, and sent the answer to the person's declared personal address too: was there a conversation elsewhere before?"
                        : "This family answered a message that the school never sent or received, and that came from a private mail provider: was there a conversation elsewhere before?")
                {
                    UtcTicks = mail.UtcTicks,
                    MessageId = mail.Id,
                    Families = mail.From.Families,
                    SystemDomain = domain,
                    AddsUp = true,
                };
            }
        }
    }

    /// <summary>
    /// Who is asked: the owner of a personal address that the answer goes to as well; else to whom it is written; else who is copied in.
    /// </summary>
    private static List<string> Asked(Mail mail)
    {
        var owners = mail.To.Where(static p => p.Kind == PartyKind.Personal).SelectMany(static p => p.PersonIds).ToHashSet(StringComparer.Ordinal);
        var staff = mail.To.Where(static p => p.Kind == PartyKind.Staff).ToList();
        var addressed = staff.FindAll(p => !mail.Copied.Contains(p));
        return owners.Count > 0 ? [.. owners] : [.. (addressed.Count > 0 ? addressed : staff).Select(static p => p.PersonIds[0]).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsFamilys(Party family, string domain, string? provider) => family.Address is { } address
        && (MailDomainName.IsWithin(domain, address.CanonicalDomain) || (provider is not null && string.Equals(ConsumerMail.ProviderOf(address.CanonicalDomain), provider, StringComparison.Ordinal)));
}
