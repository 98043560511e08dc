namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds private mailboxes that nobody declared and that are likely a member of staff's, by their address or by what messages call them, in
/// correspondence with families. A parent's address is alike to somebody's name by chance, and stands with one family, however long: only one
/// that stands with several households counts, and the doubt whose it is stays the same on every day. Of somebody who declared an address another
/// one is more likely an impostor's, and is never held against them.
/// </summary>
/// <param name="picture">What was seen.</param>
/// <param name="unknown">Tells answers to what the school never saw.</param>
internal sealed class AlikeAddressDetector(MailPicture picture, UnknownAnswers unknown)
{
    private const int SeveralHouseholds = 2;

    /// <summary>The signs of all messages.</summary>
    public IEnumerable<Sign> Find(IEnumerable<Mail> mails) =>
        mails.Where(m => m.Parties.Any(static p => p.Kind == PartyKind.Consumer) && !picture.IsBulk(m)).SelectMany(Of)
            .GroupBy(static s => (s.PersonId, s.Alike))
            .Where(g => picture.Book.Households(g.SelectMany(static s => s.Families)) >= SeveralHouseholds)
            .SelectMany(static g => g.Select(static s => s with { Confidence = Math.Min(CorrespondenceWeights.AlikeMost, s.Confidence * CorrespondenceWeights.AlikeWithSeveral) }));

    private IEnumerable<Sign> Of(Mail mail)
    {
        var alike = mail.Parties.Where(static p => p.Kind == PartyKind.Consumer).Distinct()
            .Select(p => (Party: p, Owner: picture.Book.LikeliestOwner(p))).Where(static a => a.Owner.Likeness >= NameLikeness.Enough).ToList();
        if (alike.Count == 0 || picture.IsAmongColleagues(mail))
        {
            yield break;
        }

        var families = mail.Parties.Where(static p => p.Kind == PartyKind.Family && p.PersonIds.Count == 0).SelectMany(static p => p.Families).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (party, (person, likeness)) in alike)
        {
            var (ids, weight, how, isBySubject) = families.Count > 0
                ? (families, Weigh(mail, party, person), "stands in messages with several families.", false)
                : OfThread(mail, party, person);

            // Where the family's own address is alike to that name as well, or has that surname, it is their kin's.
            foreach (var family in ids.Any(f => picture.Book.IsKin(person, f)) ? [] : ids)
            {
                yield return Sign.OfPersonalAddress(mail, person, family, likeness * LikeOwn(mail, party, person) * weight, $"An address alike to their name ({party.Address!.Masked()}), which nobody declared, {how}") with
                {
                    Alike = party,
                    Most = likeness,
                    IsBySubject = isBySubject,
                };
            }
        }
    }

    /// <summary>With the school alone, in a conversation that one household has part in. From one's own school mailbox it is sending on, see there.</summary>
    private (IReadOnlyCollection<string> Families, double Weight, string How, bool IsBySubject) OfThread(Mail mail, Party party, string person)
    {
        var isWithSchool = mail.From == party ? mail.To.Exists(static p => p.IsSchool) : mail.From.IsSchool && !mail.From.PersonIds.Contains(person, StringComparer.Ordinal);
        return !isWithSchool ? ([], 0, "", false)
            : picture.FamiliesBefore(mail) is var thread && picture.Book.Households(thread) == 1
                ? (thread, CorrespondenceWeights.Thread, "was used with the school in a thread that this family has part in, and has to do with several families.", false)
            : picture.BySubject.FamiliesAround(mail) is var subject && picture.Book.Households(subject) == 1
                ? (subject, picture.Book.HasLeft(person, mail.UtcTicks) ? CorrespondenceWeights.SameSubjectOfLeaver : CorrespondenceWeights.SameSubject, "was used with the school under the subject of a conversation with this family, and has to do with several families.", true)
            : ([], 0, "", false);
    }

    private double Weigh(Mail mail, Party party, string person) =>
        mail.From == party ? CorrespondenceWeights.AlikeWrote
        : mail.From.PersonIds.Contains(person, StringComparer.Ordinal) ? CorrespondenceWeights.OwnTogether
        : mail.From.IsSchool ? CorrespondenceWeights.AlikeTogether
        : unknown.Is(mail) ? CorrespondenceWeights.AlikeAnswered
        : CorrespondenceWeights.AlikeByFamily;

    /// <summary>An address that writes with several people of the school is more likely a parent's. But parents don't write to other families.</summary>
    private static double LikeOwn(Mail mail, Party party, string person) =>
        mail.From == party && mail.To.Exists(static p => p.Kind == PartyKind.Family) ? 1
        : party.Counterparts.Count(c => !c.PersonIds.Contains(person, StringComparer.Ordinal)) switch
        {
            0 => 1,
            1 => CorrespondenceWeights.WritesWithAnother,
            _ => CorrespondenceWeights.AlikeLikeParent,
        };
}
