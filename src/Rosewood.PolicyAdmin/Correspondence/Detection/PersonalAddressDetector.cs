namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds personal addresses of staff in correspondence with families. What makes mail with the school family business is that a family has
/// part in the message or in its thread; where nothing shows that, nothing is said: staff write to their school about much.
/// </summary>
/// <param name="picture">What was seen.</param>
/// <param name="unknown">Tells answers to what the school never saw.</param>
internal sealed class PersonalAddressDetector(MailPicture picture, UnknownAnswers unknown)
{
    private const int CirclePeople = 3;
    private readonly AlikeAddressDetector _alike = new(picture, unknown);

    /// <summary>The signs of all messages, which have to be seen together: what is a slip once is a habit on several days, and a circle is told by its members.</summary>
    public IReadOnlyList<Sign> Find(IEnumerable<Mail> mails)
    {
        var all = mails.ToList();
        var signs = all.SelectMany(Of).Concat(_alike.Find(all)).ToList();
        var circles = signs.Where(static s => s.Confidence >= CorrespondenceWeights.WrittenTo).GroupBy(static s => s.Correspondent, StringComparer.Ordinal)
            .Where(static g => g.Select(static s => s.PersonId).Distinct(StringComparer.Ordinal).Count() >= CirclePeople)
            .Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);
        return signs.ConvertAll(s => s with
        {
            Confidence = s.Confidence * (!s.IsOwnDoing && circles.Contains(s.Correspondent) ? CorrespondenceWeights.OfCircle : 1),
        });
    }

    private IEnumerable<Sign> Of(Mail mail)
    {
        if (picture.IsBulk(mail))
        {
            yield break;
        }

        foreach (var sign in OfAnswer(mail))
        {
            yield return sign;
        }

        foreach (var use in DeclaredUse.Of(picture, mail))
        {
            foreach (var sign in Of(mail, use))
            {
                yield return sign with { Confidence = use.Address.PersonIds.Count > 1 ? Math.Min(sign.Confidence, CorrespondenceWeights.SharedAddress) : sign.Confidence };
            }
        }
    }

    /// <summary>A family's answer to what came from a personal address.</summary>
    private IEnumerable<Sign> OfAnswer(Mail mail) =>
        mail.From.Kind == PartyKind.Family
        && mail.Before.Count > 0
        && picture.Find(mail.Before[0]) is { From: { Kind: PartyKind.Personal, PersonIds: [var person] } } answered
        && !picture.IsBulk(answered)
        && !picture.Book.HasNoSchoolMail(person)
        && !mail.From.PersonIds.Contains(person, StringComparer.Ordinal)
            ? mail.From.Families.Select(f => Sign.OfPersonalAddress(mail, person, f, CorrespondenceWeights.TogetherInThread, "This family answered a message that came from a declared personal address."))
            : [];

    private IEnumerable<Sign> Of(Mail mail, DeclaredUse use)
    {
        var (personal, person) = (use.Address, use.PersonId);
        if (use.Families.Count > 0)
        {
            return use.Families.Select(f => Weigh(mail, personal, person, f));
        }

        // With the school or a colleague, in a thread that a family has part in. From one's own school mailbox it is sending on, see there.
        var isWithSchool = mail.From == personal ? mail.To.Exists(static p => p.IsSchool) : mail.From.IsSchool && !mail.From.PersonIds.Contains(person, StringComparer.Ordinal);
        if (!isWithSchool)
        {
            return [];
        }

        var bySubject = picture.Book.HasLeft(person, mail.UtcTicks) ? CorrespondenceWeights.SameSubjectOfLeaver : CorrespondenceWeights.SameSubject;
        var threads = picture.FamiliesBefore(mail).Except(personal.Families, StringComparer.Ordinal).ToList();
        return threads.Count > 0
            ? threads.Select(f => Sign.OfPersonalAddress(mail, person, f, CorrespondenceWeights.Thread, "A declared personal address was used with the school in a thread that this family has part in."))
            : picture.BySubject.FamiliesAround(mail).Except(personal.Families, StringComparer.Ordinal)
                .Select(f => Sign.OfPersonalAddress(mail, person, f, bySubject, "A declared personal address wrote with the school under the subject of a conversation with this family.") with { IsBySubject = true });
    }

    private Sign Weigh(Mail mail, Party personal, string person, string family)
    {
        Sign Of(double confidence, string what) => Sign.OfPersonalAddress(mail, person, family, confidence, what);

        if (mail.From == personal)
        {
            return Of(CorrespondenceWeights.Direct, "A declared personal address wrote to this family.") with { IsOwnDoing = true };
        }

        if (mail.From.Kind == PartyKind.Family)
        {
            return unknown.Is(mail)
                ? Of(CorrespondenceWeights.Answered, "This family answered, to a declared personal address too, a message that the school never sent or received.")
                : Of(CorrespondenceWeights.WrittenTo, "This family wrote to a declared personal address.");
        }

        // What colleagues write among themselves, and what somebody outside writes, has the same other reason each time.
        var isOwn = mail.From.IsSchool && mail.From.PersonIds.Contains(person, StringComparer.Ordinal);
        if (picture.IsAmongColleagues(mail))
        {
            return Of(CorrespondenceWeights.AmongColleagues, "A declared personal address stands with this family in a message that is rather one among colleagues.") with { IsOwnDoing = isOwn, Most = CorrespondenceWeights.OnlyPossible };
        }

        if (isOwn)
        {
            return Of(CorrespondenceWeights.OwnTogether, "The person wrote to this family and copied in the own declared personal address.") with { IsOwnDoing = true };
        }

        return mail.From.IsSchool || mail.From.PersonIds.Count > 0
            ? Of(picture.FamiliesBefore(mail).Count > 0 ? CorrespondenceWeights.TogetherInThread : CorrespondenceWeights.Together, "A declared personal address was copied in on a message to this family.")
            : Of(CorrespondenceWeights.TogetherByOther, "Somebody outside wrote to this family and to a declared personal address in one message.") with { Most = CorrespondenceWeights.OnlyPossible };
    }
}
