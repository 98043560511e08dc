using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds messages of families to the school that answer a message which the school never sent or saw. Quiet where it can't know: answers to
/// what is older than the trace, to newsletters, to ids of unknown systems, and where too many ordinary answers can't be matched either.
/// </summary>
/// <param name="picture">What was seen.</param>
/// <param name="likeness">Weighs names.</param>
internal sealed class OffSystemThreadDetector(MailPicture picture, NameLikeness likeness)
{
    private const double AlikeEnough = 0.6;
    private const int FewAnswers = 20;
    private const double LatestAnswers = 0.98;
    private const double LeastMatched = 0.5;
    private static readonly TimeSpan Usual = TimeSpan.FromDays(14);
    private static readonly TimeSpan Shortest = TimeSpan.FromDays(3);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private readonly Dictionary<string, Person> _staff = picture.Book.Staff.ToDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>Families' answers to the school of which headers were seen.</summary>
    public int Answers { get; private set; }

    /// <summary>Of them those that answer something unknown, and could not be judged.</summary>
    public int Unjudged { get; private set; }

    /// <summary>Whether the school's sent mail was seen well enough to judge any.</summary>
    public bool CanJudge { get; private set; }

    /// <summary>How long after the beginning of the trace answers are judged.</summary>
    public TimeSpan Horizon { get; private set; } = Usual;

    /// <summary>The signs of all messages.</summary>
    public IReadOnlyList<Sign> Find(IEnumerable<Mail> mails)
    {
        var answers = mails.Where(m => m.From.Kind == PartyKind.Family && m.HasHeaders && m.InReplyTo is not null && m.UtcTicks > 0 && !picture.IsBulk(m) && m.To.Exists(static p => p.IsSchool)).ToList();
        Answers = answers.Count;
        Measure(answers);
        var signs = new List<Sign>();
        foreach (var mail in answers.Where(m => !picture.IsKnown(MessageKey.Of(m.InReplyTo))))
        {
            var found = Judge(mail).ToList();
            Unjudged += found.Count == 0 ? 1 : 0;
            signs.AddRange(found);
        }

        return signs;
    }

    /// <summary>How quickly families answer here, and whether what they answer is mostly known.</summary>
    private void Measure(List<Mail> answers)
    {
        var delays = answers.Select(m => (Mail: m, Answered: picture.Find(MessageKey.Of(m.InReplyTo))))
            .Where(static a => a.Answered is { UtcTicks: > 0 } answered && answered.UtcTicks <= a.Mail.UtcTicks)
            .Select(static a => a.Mail.UtcTicks - a.Answered!.UtcTicks).Order().ToList();
        if (delays.Count >= FewAnswers)
        {
            Horizon = TimeSpan.FromTicks(Math.Clamp(delays[(int)(LatestAnswers * (delays.Count - 1))], Shortest.Ticks, Longest.Ticks));
        }

        var late = answers.Where(m => m.UtcTicks >= picture.FirstSent + Horizon.Ticks).ToList();
        var official = late.Where(m => picture.IsKnown(MessageKey.Of(m.InReplyTo)) || picture.IsSchoolIdDomain(MessageKey.DomainOf(m.InReplyTo!))).ToList();
        CanJudge = picture.FirstSent > 0 && late.Count > 0
            && (official.Count == 0 ? picture.Traced.Last > 0 : official.Count(m => picture.IsKnown(MessageKey.Of(m.InReplyTo))) >= LeastMatched * official.Count);
    }

    private IEnumerable<Sign> Judge(Mail mail)
    {
        var domain = MessageKey.DomainOf(mail.InReplyTo!);
        var goesHome = mail.To.Exists(static p => p.Kind == PartyKind.Personal);
        if (!CanJudge || mail.UtcTicks < picture.FirstSent + Horizon.Ticks)
        {
            yield break;
        }

        if (!goesHome && (domain.Length == 0 || picture.IsSchoolIdDomain(domain) || picture.Book.IsOutsideSender(domain)))
        {
            yield break;
        }

        var provider = ConsumerMail.ProviderOf(domain);
        var staff = Asked(mail);
        var isAside = mail.Before.Any(picture.IsKnown) || mail.To.Exists(static p => p.Kind == PartyKind.Family);
        foreach (var person in staff)
        {
            var own = _staff[person].PersonalAddresses.Select(a => CorrespondentAddress.Parse(a)?.CanonicalDomain).OfType<string>().ToList();
            var isOwn = own.Exists(d => MailDomainName.IsWithin(domain, d) || (provider is not null && string.Equals(ConsumerMail.ProviderOf(d), provider, StringComparison.Ordinal)));
            if (provider is null && !isOwn && !goesHome)
            {
                yield break;
            }

            var confidence = mail.To.Exists(p => p.IsOwnedBy(person)) ? CorrespondenceWeights.OffSystemToOwn
                : mail.To.Exists(p => p.Kind == PartyKind.Consumer && likeness.Of(person, p.Address!) >= AlikeEnough) ? CorrespondenceWeights.OffSystemToAlike
                : isOwn ? CorrespondenceWeights.OffSystemOwnProvider
                : IsFamilys(mail.From, domain, provider) ? CorrespondenceWeights.OffSystemSameProvider
                : CorrespondenceWeights.OffSystemOtherProvider;
            confidence *= staff.Count > 1 ? CorrespondenceWeights.SeveralRecipients : 1;
            confidence *= domain.EndsWith(".prod.outlook.com", StringComparison.Ordinal) ? CorrespondenceWeights.ExchangeOnline : 1;
            confidence *= isAside ? CorrespondenceWeights.FamiliesAside : 1;
            foreach (var family in mail.From.Families.Take(1))
            {
                yield return new Sign(
                    CorrespondenceKind.OffSystemThread,
                    person,
                    "family:" + family,
                    confidence,
                    "This family answered a message that the school never sent or received, and that came from a private mail provider: was there a conversation elsewhere before?")
                {
                    UtcTicks = mail.UtcTicks,
                    MessageId = mail.Id,
                    Families = mail.From.Families,
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
