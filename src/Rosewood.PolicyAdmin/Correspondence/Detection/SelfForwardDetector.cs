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
    private const int SeveralFamilies = 2;

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
        // The other parent gets one family's mail; an address that gets several families' is nobody's parent.
        var isOfSeveral = mails.SelectMany(m => picture.FamiliesBefore(m).Concat(picture.BySubject.FamiliesBefore(m, person))).Distinct(StringComparer.Ordinal).Count() >= SeveralFamilies;
        var isOwn = OwnAs(person, to, isOfSeveral);
        var isAlike = isOwn > 0;
        if (!isAlike)
        {
            if (!isOfSeveral)
            {
                yield break;
            }

            isOwn = CorrespondenceWeights.Unlike;
        }

        var how = to.PersonIds.Count > 0 ? Declared : isAlike ? $"alike to their name ({to.Address!.Masked()})" : $"of which nothing is known ({to.Address!.Masked()})";
        var open = new List<Mail>();
        foreach (var mail in mails)
        {
            var families = picture.FamiliesBefore(mail).Except(to.Families, StringComparer.Ordinal).ToList();
            if (families.Count > 0)
            {
                yield return Make(mail, person, to, isOwn * CorrespondenceWeights.SentOn, $"Mail of a thread with {Families(families)} was sent on from the school mailbox to a personal address, {how}.") with { Families = families, AddsUp = true };
            }
            else if (picture.BySubject.FamiliesBefore(mail, person).Except(to.Families, StringComparer.Ordinal).ToList() is { Count: > 0 } same)
            {
                yield return Make(mail, person, to, isOwn * CorrespondenceWeights.SentOnSubject, $"Mail with the subject of a conversation with {Families(same)} went from the school mailbox to a personal address, {how}.") with { Families = same, AddsUp = true };
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
