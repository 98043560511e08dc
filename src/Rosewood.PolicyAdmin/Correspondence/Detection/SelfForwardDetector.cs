namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds family mail that members of staff send on to their own personal address: declared, alike to their name at a consumer domain, or one of
/// which nothing is known and that gets several families' mail from them alone. It counts where the message descends from a family's, or has
/// the subject of one; where neither can be told, where messages to oneself follow families' mail far oftener than chance. One's own payslip
/// is no family business.
/// </summary>
/// <param name="picture">What was seen.</param>
/// <param name="zone">The school's zone.</param>
internal sealed class SelfForwardDetector(MailPicture picture, TimeZoneInfo zone)
{
    private const string Declared = "declared";
    private const int SeveralHouseholds = 2;

    /// <summary>From so many households on so many days, an address of which nothing is known is more than possibly the person's.</summary>
    private const int UnlikeHouseholds = 3;
    private const int UnlikeDays = 5;

    /// <summary>The signs of all messages.</summary>
    public IEnumerable<Sign> Find(IReadOnlyCollection<Mail> mails)
    {
        var arrivals = mails.Where(m => m.From.Kind == PartyKind.Family && m.UtcTicks > 0 && !picture.IsBulk(m))
            .SelectMany(static m => m.To.Where(static t => t.Kind == PartyKind.Staff).Select(t => (Person: t.PersonIds[0], m.UtcTicks)))
            .ToLookup(static a => a.Person, static a => a.UtcTicks, StringComparer.Ordinal);
        var own = new Dictionary<(string Person, Party To), List<Mail>>();
        foreach (var mail in mails.Where(m => m.From.Kind == PartyKind.Staff && !picture.IsBulk(m)))
        {
            var person = mail.From.PersonIds[0];
            foreach (var to in mail.To.Where(t => (OwnAs(person, t, isOfSeveral: false) > 0 || IsTheirsAlone(person, t)) && IsToSelf(mail, person, t)))
            {
                if (!own.TryGetValue((person, to), out var list))
                {
                    own.Add((person, to), list = []);
                }

                list.Add(mail);
            }
        }

        return own.SelectMany(o => Judge(o.Key.Person, o.Key.To, o.Value, arrivals[o.Key.Person]));
    }

    private IEnumerable<Sign> Judge(string person, Party to, List<Mail> mails, IEnumerable<long> arrivals)
    {
        var sent = mails.ConvertAll(m => (Mail: m, OfThread: FamiliesOf(person, to, picture.FamiliesBefore(m)), OfSubject: FamiliesOf(person, to, picture.BySubject.FamiliesBefore(m, person))));

        // The other parent gets one household's mail; an address that gets several households' is nobody's parent.
        var households = picture.Book.Households(sent.SelectMany(static s => s.OfThread.Concat(s.OfSubject)));
        var isOfSeveral = households >= SeveralHouseholds;
        var isOwn = OwnAs(person, to, isOfSeveral);
        var isAlike = isOwn > 0;
        if (!isAlike && !isOfSeveral)
        {
            yield break;
        }

        // With one household alone, that an address is only alike to the name stays as doubtful on every day.
        var most = isAlike ? (to.PersonIds.Count > 0 || isOfSeveral ? CorrespondenceWeights.Most : isOwn)
            : households >= UnlikeHouseholds && sent.Where(static s => s.OfThread.Count + s.OfSubject.Count > 0).Select(static s => s.Mail.UtcTicks / TimeSpan.TicksPerDay).Distinct().Count() >= UnlikeDays ? CorrespondenceWeights.Most
            : CorrespondenceWeights.OnlyPossible;
        isOwn = isAlike ? isOwn : CorrespondenceWeights.Unlike;
        var how = to.PersonIds.Count > 0 ? Declared : isAlike ? $"alike to their name ({to.Address!.Masked()})" : $"of which nothing is known ({to.Address!.Masked()})";
        var open = new List<Mail>();
        foreach (var (mail, thread, subject) in sent)
        {
            if (thread.Count > 0)
            {
                yield return Make(mail, person, to, isOwn * CorrespondenceWeights.SentOn, $"Mail of a thread with {Families(thread)} was sent on from the school mailbox to a personal address, {how}.") with { Families = thread, AddsUp = true, Most = most };
            }
            else if (subject.Count > 0)
            {
                yield return Make(mail, person, to, isOwn * CorrespondenceWeights.SentOnSubject, $"Mail with the subject of a conversation with {Families(subject)} went from the school mailbox to a personal address, {how}.") with { Families = subject, AddsUp = true, Most = most };
            }
            else if (mail.Subject == 0 && (mail.Before.Count == 0 || mail.Before.Any(k => !picture.IsKnown(k))))
            {
                open.Add(mail);
            }
        }

        if (open.Count == 0)
        {
            yield break;
        }

        var rhythm = ForwardRhythm.Of([.. open.Select(static m => m.UtcTicks)], [.. arrivals], zone);
        var business = rhythm.IsTight ? CorrespondenceWeights.TightForwards : rhythm.IsLoose ? CorrespondenceWeights.LooseForwards : CorrespondenceWeights.OwnMail;
        foreach (var mail in open)
        {
            if (rhythm.IsLoose && !rhythm.Follows(mail.UtcTicks))
            {
                continue;
            }

            yield return Make(mail, person, to, isOwn * business, rhythm.IsLoose
                ? $"Mail went from the school mailbox to a personal address, {how}, {rhythm.Hits} of {open.Count} times within {rhythm.Minutes} minutes of a family's message. No headers show whether it was that message."
                : $"Mail went from the school mailbox to a personal address, {how}. Nothing ties it to a family: it may well be one's own affairs.");
        }
    }

    /// <summary>The families whose mail it is: not those behind the address itself, nor, where it is not declared, the person's kin, one of whom it may be.</summary>
    private List<string> FamiliesOf(string person, Party to, IReadOnlySet<string> families) =>
        [.. families.Except(to.Families, StringComparer.Ordinal).Where(f => to.PersonIds.Count > 0 || !picture.Book.IsKin(person, f))];

    /// <summary>How sure it is that an address is a person's own.</summary>
    private double OwnAs(string person, Party to, bool isOfSeveral)
    {
        if (to.PersonIds.Contains(person, StringComparer.Ordinal) && !to.IsSchool)
        {
            return to.PersonIds.Count == 1 ? 1 : CorrespondenceWeights.OwnWithAnother;
        }

        return to.Kind != PartyKind.Consumer ? 0
            : picture.Book.Names.Of(person, to) * (isOfSeveral ? 1 : to.Counterparts.Count(c => !c.PersonIds.Contains(person, StringComparer.Ordinal)) switch
            {
                0 => 1,
                1 => CorrespondenceWeights.WritesWithAnother,
                _ => CorrespondenceWeights.WritesLikeParent,
            });
    }

    /// <summary>A private mailbox of which nothing is known, with which nobody else of the school has to do.</summary>
    private static bool IsTheirsAlone(string person, Party to) => to.Kind == PartyKind.Consumer && to.Counterparts.All(c => c.PersonIds.Contains(person, StringComparer.Ordinal));

    /// <summary>With a family among the recipients, a declared address is copied in, and one that is only alike may be the family's other parent.</summary>
    private static bool IsToSelf(Mail mail, string person, Party to) =>
        !mail.To.Exists(t => t != to && t.Kind == PartyKind.Family && !t.PersonIds.Contains(person, StringComparer.Ordinal));

    private static string Families(List<string> families) => families.Count == 1 ? $"family:{families[0]}" : "families";

    private static Sign Make(Mail mail, string person, Party to, double confidence, string what) =>
        new(CorrespondenceKind.SelfForward, person, to.Address!.Masked(), confidence, what) { UtcTicks = mail.UtcTicks, MessageId = mail.Id };
}
