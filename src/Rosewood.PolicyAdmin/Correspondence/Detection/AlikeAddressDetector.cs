namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds private mailboxes that nobody declared and that are likely a member of staff's, by their address or by what messages call them, in
/// correspondence with families. A parent's address is alike to somebody's name by chance, and stands with one family: only one that stands
/// with several counts. Of somebody who declared an address another one is more likely an impostor's, and is never held against them.
/// </summary>
/// <param name="picture">What was seen.</param>
/// <param name="unknown">Tells answers to what the school never saw.</param>
internal sealed class AlikeAddressDetector(MailPicture picture, UnknownAnswers unknown)
{
    private const int SeveralFamilies = 2;
    private const int SeveralDays = 3;
    private readonly Dictionary<Party, (string Person, double Alike)> _alike = [];

    /// <summary>The signs of all messages.</summary>
    public IEnumerable<Sign> Find(IEnumerable<Mail> mails) =>
        mails.Where(m => !picture.IsBulk(m)).SelectMany(Of)
            .GroupBy(static s => (s.PersonId, s.Alike))
            .SelectMany(static g => Of([.. g]));

    private static IEnumerable<Sign> Of(List<Sign> ofOne) =>
        ofOne.Select(static s => s.Correspondent).Distinct(StringComparer.Ordinal).Count() >= SeveralFamilies
            ? ofOne.Select(static s => s with { Confidence = Math.Min(CorrespondenceWeights.AlikeMost, s.Confidence * CorrespondenceWeights.AlikeWithSeveral) })
            : ofOne.Select(static s => s.UtcTicks / TimeSpan.TicksPerDay).Distinct().Count() >= SeveralDays ? ofOne : [];

    private IEnumerable<Sign> Of(Mail mail)
    {
        var families = mail.Parties.Where(static p => p.Kind == PartyKind.Family && p.PersonIds.Count == 0).Distinct().ToList();
        foreach (var party in picture.IsAmongColleagues(mail) ? [] : mail.Parties.Where(static p => p.Kind == PartyKind.Consumer).Distinct())
        {
            var (person, alike) = Alike(party);

            // Where the family's own address is alike to that name as well, it is their kin's.
            if (alike < NameLikeness.Enough || families.Exists(f => f.Address is { } address && picture.Book.Names.Of(person, address) > 0))
            {
                continue;
            }

            var (ids, weight) = families.Count > 0
                ? (families.SelectMany(static f => f.Families), Weigh(mail, party, person))
                : OfThread(mail, party, person);
            foreach (var family in ids.Distinct(StringComparer.Ordinal))
            {
                yield return Sign.OfPersonalAddress(mail, person, family, alike * LikeOwn(mail, party, person) * weight, $"An address alike to their name ({party.Address!.Masked()}), which nobody declared, stands in messages with several families.") with { Alike = party };
            }
        }
    }

    /// <summary>With the school alone, in a conversation that one family has part in. From one's own school mailbox it is sending on, see there.</summary>
    private (IEnumerable<string> Families, double Weight) OfThread(Mail mail, Party party, string person)
    {
        var isWithSchool = mail.From == party ? mail.To.Exists(static p => p.IsSchool) : mail.From.IsSchool && !mail.From.PersonIds.Contains(person, StringComparer.Ordinal);
        return !isWithSchool ? ([], 0)
            : picture.FamiliesBefore(mail) is { Count: 1 } thread ? (thread, CorrespondenceWeights.Thread)
            : picture.BySubject.FamiliesAround(mail) is { Count: 1 } subject ? (subject, picture.Book.HasLeft(person, mail.UtcTicks) ? CorrespondenceWeights.SameSubjectOfLeaver : CorrespondenceWeights.SameSubject)
            : ([], 0);
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

    private (string Person, double Alike) Alike(Party party)
    {
        if (!_alike.TryGetValue(party, out var best))
        {
            best = picture.Book.LikeliestOwner(party);
            _alike.Add(party, best);
        }

        return best;
    }
}
