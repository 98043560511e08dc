namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds personal addresses of staff in correspondence with families. What makes mail with the school family business is that a family has
/// part in the message or in its thread; where nothing shows that, nothing is said: staff write to their school about much.
/// </summary>
/// <param name="picture">What was seen.</param>
/// <param name="likeness">Weighs names.</param>
internal sealed class PersonalAddressDetector(MailPicture picture, NameLikeness likeness)
{
    private const double AlikeEnough = 0.6;

    private const int CirclePeople = 3;
    private const int SeveralFamilies = 2;

    /// <summary>The signs of all messages.</summary>
    public IReadOnlyList<Sign> Find(IEnumerable<Mail> mails)
    {
        var signs = mails.SelectMany(Of).ToList();
        var circles = signs.GroupBy(static s => s.Correspondent, StringComparer.Ordinal)
            .Where(static g => g.Select(static s => s.PersonId).Distinct(StringComparer.Ordinal).Count() >= CirclePeople)
            .Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);
        // A parent is alike to somebody's name by chance, with one family; with several it is nobody's parent.
        var several = signs.Where(static s => s.IsAlike).GroupBy(static s => s.PersonId, StringComparer.Ordinal)
            .Where(static g => g.Select(static s => s.Correspondent).Distinct(StringComparer.Ordinal).Count() >= SeveralFamilies)
            .Select(static g => g.Key).ToHashSet(StringComparer.Ordinal);
        signs.RemoveAll(s => s.IsAlike && !several.Contains(s.PersonId));
        signs = signs.ConvertAll(s => s.IsAlike ? s with { Confidence = Math.Min(CorrespondenceWeights.AlikeMost, s.Confidence * CorrespondenceWeights.AlikeWithSeveral) } : s);
        return [.. signs.Select(s => circles.Contains(s.Correspondent) ? s with { Confidence = s.Confidence * CorrespondenceWeights.OfCircle } : s)];
    }

    /// <summary>The signs of one message.</summary>
    public IEnumerable<Sign> Of(Mail mail)
    {
        if (picture.IsBulk(mail))
        {
            yield break;
        }

        foreach (var sign in OfAlike(mail).Concat(OfAnswer(mail)))
        {
            yield return sign;
        }

        foreach (var personal in mail.Parties.Where(p => p.PersonIds.Count > 0 && !p.IsSchool && !p.PersonIds.All(picture.Book.HasNoSchoolMail)).Distinct())
        {
            foreach (var person in personal.PersonIds)
            {
                foreach (var sign in Of(mail, personal, person))
                {
                    yield return sign with { Confidence = personal.PersonIds.Count > 1 ? Math.Min(sign.Confidence, CorrespondenceWeights.SharedAddress) : sign.Confidence };
                }
            }
        }
    }

    /// <summary>
    /// An address that nobody declared, alike to a member of staff's name, in a message with a family. Where the family's own address is alike
    /// to that name as well, it is their kin's; and of somebody who declared an address another one is more likely an impostor's.
    /// </summary>
    private IEnumerable<Sign> OfAlike(Mail mail)
    {
        var families = mail.Parties.Where(static p => p.Kind == PartyKind.Family && p.PersonIds.Count == 0).Distinct().ToList();
        foreach (var party in families.Count == 0 ? [] : mail.Parties.Where(static p => p.Kind == PartyKind.Consumer).Distinct())
        {
            var (person, alike) = picture.Book.Staff.Where(static s => s.PersonalAddresses.Count == 0).Select(s => (s.Id, Alike: likeness.Of(s.Id, party.Address!))).DefaultIfEmpty().MaxBy(static s => s.Alike);
            if (alike < AlikeEnough || families.Exists(f => f.Address is { } address && likeness.Of(person, address) > 0))
            {
                continue;
            }

            // As with mail to oneself: an address that writes with several people of the school is more likely a parent's.
            // Parents don't write to other families.
            alike *= mail.From == party ? 1 : party.Counterparts.Count(c => !c.PersonIds.Contains(person, StringComparer.Ordinal)) switch
            {
                0 => 1,
                1 => CorrespondenceWeights.WritesWithAnother,
                _ => CorrespondenceWeights.AlikeLikeParent,
            };
            var weight = mail.From == party ? CorrespondenceWeights.AlikeWrote
                : mail.From.PersonIds.Contains(person, StringComparer.Ordinal) ? CorrespondenceWeights.OwnTogether
                : mail.From.IsSchool ? CorrespondenceWeights.AlikeTogether
                : AnswersUnknown(mail) ? CorrespondenceWeights.AlikeAnswered : CorrespondenceWeights.AlikeByFamily;
            foreach (var family in families.SelectMany(static f => f.Families).Distinct(StringComparer.Ordinal))
            {
                yield return Make(mail, person, family, alike * weight, $"An address alike to their name ({party.Address!.Masked()}), which nobody declared, stands in a message with this family.") with { IsAlike = true };
            }
        }
    }

    /// <summary>A family's answer to what came from a personal address.</summary>
    private IEnumerable<Sign> OfAnswer(Mail mail)
    {
        if (mail.From.Kind != PartyKind.Family || mail.Before.Count == 0 || picture.Find(mail.Before[0]) is not { From: { Kind: PartyKind.Personal, PersonIds: [var person] } own } answered || picture.IsBulk(answered) || picture.Book.HasNoSchoolMail(person))
        {
            return [];
        }

        return mail.From.Families.Except(own.Families, StringComparer.Ordinal)
            .Select(f => Make(mail, person, f, CorrespondenceWeights.TogetherInThread, "This family answered a message that came from a declared personal address."));
    }

    private IEnumerable<Sign> Of(Mail mail, Party personal, string person)
    {
        var direct = mail.Parties.Where(p => p != personal && p.Kind == PartyKind.Family && !p.PersonIds.Contains(person, StringComparer.Ordinal))
            .SelectMany(static p => p.Families).Except(personal.Families, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (direct.Count > 0)
        {
            var (confidence, what) = Weigh(mail, personal, person);
            return direct.Select(f => Make(mail, person, f, confidence, what));
        }

        // With the school or a colleague, in a thread that a family has part in. From one's own school mailbox it is sending on, see there.
        var isWithSchool = mail.From == personal ? mail.To.Exists(static p => p.IsSchool) : mail.From.IsSchool && !mail.From.PersonIds.Contains(person, StringComparer.Ordinal);
        if (!isWithSchool)
        {
            return [];
        }

        var threads = picture.FamiliesBefore(mail).Except(personal.Families, StringComparer.Ordinal).ToList();
        return threads.Count > 0
            ? threads.Select(f => Make(mail, person, f, CorrespondenceWeights.Thread, "A declared personal address was used with the school in a thread that this family has part in."))
            : picture.BySubject.FamiliesAround(mail).Except(personal.Families, StringComparer.Ordinal)
                .Select(f => Make(mail, person, f, CorrespondenceWeights.SameSubject, "A declared personal address wrote with the school under the subject of a conversation with this family."));
    }

    private (double Confidence, string What) Weigh(Mail mail, Party personal, string person)
    {
        if (mail.From == personal)
        {
            return (CorrespondenceWeights.Direct, "A declared personal address wrote to this family.");
        }

        if (mail.From.Kind == PartyKind.Family)
        {
            return AnswersUnknown(mail)
                ? (CorrespondenceWeights.Answered, "This family answered, to a declared personal address too, a message that the school never sent or received.")
                : (CorrespondenceWeights.WrittenTo, "This family wrote to a declared personal address.");
        }

        return !mail.From.IsSchool && mail.From.PersonIds.Count == 0
            ? (CorrespondenceWeights.TogetherByOther, "Somebody outside wrote to this family and to a declared personal address in one message.")
            : mail.From.IsSchool && mail.From.PersonIds.Contains(person, StringComparer.Ordinal)
                ? (CorrespondenceWeights.OwnTogether, "The person wrote to this family and copied in the own declared personal address.")
            : (mail.Before.Count > 0 && picture.FamiliesBefore(mail).Count > 0 ? CorrespondenceWeights.TogetherInThread : CorrespondenceWeights.Together, "A declared personal address was copied in on a message to this family.");
    }

    private bool AnswersUnknown(Mail mail) => mail.HasHeaders && mail.InReplyTo is not null && !picture.IsKnown(MessageKey.Of(mail.InReplyTo));

    private static Sign Make(Mail mail, string person, string family, double confidence, string what) =>
        new(CorrespondenceKind.PersonalAddress, person, "family:" + family, confidence, what) { UtcTicks = mail.UtcTicks, MessageId = mail.Id, Families = [family], AddsUp = true };
}
