namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>A declared personal address of a member of staff in a message with families, to one or a few of them.</summary>
/// <param name="Address">The address.</param>
/// <param name="PersonId">Whose it is, or whose as well.</param>
/// <param name="Families">The families; empty where none has part in the message.</param>
internal sealed record DeclaredUse(Party Address, string PersonId, IReadOnlySet<string> Families)
{
    /// <summary>The declared addresses in a message. None in one that went to many; a governor without school mail writes from their own, and a member of staff who is a parent here as a parent.</summary>
    public static IEnumerable<DeclaredUse> Of(MailPicture picture, Mail mail)
    {
        if (picture.IsBulk(mail))
        {
            yield break;
        }

        foreach (var personal in mail.Parties.Where(static p => p.PersonIds.Count > 0 && !p.IsSchool).Distinct())
        {
            foreach (var person in personal.PersonIds.Where(id => !picture.Book.HasNoSchoolMail(id)))
            {
                yield return new DeclaredUse(
                    personal,
                    person,
                    mail.Parties.Where(p => p != personal && p.Kind == PartyKind.Family && !p.PersonIds.Contains(person, StringComparer.Ordinal))
                        .SelectMany(static p => p.Families).Except(personal.Families, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal));
            }
        }
    }
}
