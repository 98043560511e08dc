namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Finds personal addresses of staff in correspondence with families. What makes mail with the school family business is that a family has
/// part in the message or in its thread; where nothing shows that, nothing is said: staff write to their school about much.
/// </summary>
/// <param name="picture">What was seen.</param>
internal sealed class PersonalAddressDetector(MailPicture picture)
{
    /// <summary>The signs of one message.</summary>
    public IEnumerable<Sign> Of(Mail mail)
    {
        if (picture.IsBulk(mail))
        {
            yield break;
        }

        foreach (var personal in mail.Parties.Where(static p => p.PersonIds.Count > 0 && !p.IsSchool).Distinct())
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

    private IEnumerable<Sign> Of(Mail mail, Party personal, string person)
    {
        var direct = mail.Parties.Where(p => p != personal && p.Kind == PartyKind.Family && !p.PersonIds.Contains(person, StringComparer.Ordinal))
            .SelectMany(static p => p.Families).Except(personal.Families, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (direct.Count > 0)
        {
            var (confidence, what) = Weigh(mail, personal);
            return direct.Select(f => Make(mail, person, f, confidence, what));
        }

        // With the school or a colleague, in a thread that a family has part in. From one's own school mailbox it is sending on, see there.
        var isWithSchool = mail.From == personal ? mail.To.Exists(static p => p.IsSchool) : mail.From.IsSchool && !mail.From.PersonIds.Contains(person, StringComparer.Ordinal);
        return !isWithSchool ? [] : picture.FamiliesBefore(mail).Except(personal.Families, StringComparer.Ordinal)
            .Select(f => Make(mail, person, f, CorrespondenceWeights.Thread, "A declared personal address was used with the school in a thread that this family has part in."));
    }

    private static (double Confidence, string What) Weigh(Mail mail, Party personal)
    {
        if (mail.From == personal)
        {
            return (CorrespondenceWeights.Direct, "A declared personal address wrote to this family.");
        }

        return mail.From.Kind == PartyKind.Family ? (CorrespondenceWeights.Direct, "This family wrote to a declared personal address.")
            : mail.From.IsSchool || mail.From.PersonIds.Count > 0 ? (CorrespondenceWeights.Together, "A declared personal address was copied in on a message to this family.")
            : (CorrespondenceWeights.TogetherByOther, "Somebody outside wrote to this family and to a declared personal address in one message.");
    }

    private static Sign Make(Mail mail, string person, string family, double confidence, string what) =>
        new(CorrespondenceKind.PersonalAddress, person, "family:" + family, confidence, what) { UtcTicks = mail.UtcTicks, MessageId = mail.Id, Families = [family] };
}
