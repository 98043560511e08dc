namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Conversations by their subject, where no headers tell what a message answers: the same line, between the school and a family, in the
/// fortnight before. A line that many families have (a trip, a newsletter) tells nothing about one of them.
/// </summary>
internal sealed class SubjectThreads
{
    private const int MostFamilies = 2;
    private static readonly long Fortnight = TimeSpan.FromDays(14).Ticks;
    private readonly Dictionary<ulong, List<Mail>> _mails = [];

    /// <summary>Brings them together.</summary>
    /// <param name="mails">Messages.</param>
    /// <param name="isBulk">Tells those that went to many.</param>
    public SubjectThreads(IEnumerable<Mail> mails, Predicate<Mail> isBulk)
    {
        foreach (var mail in mails.Where(m => m.Subject != 0 && m.UtcTicks > 0 && !isBulk(m) && m.Parties.Any(static p => p.IsSchool) && m.Parties.Any(static p => p.Kind == PartyKind.Family)))
        {
            if (!_mails.TryGetValue(mail.Subject, out var list))
            {
                _mails.Add(mail.Subject, list = []);
            }

            list.Add(mail);
        }

        foreach (var subject in _mails.Where(s => s.Value.SelectMany(FamiliesOf).Distinct(StringComparer.Ordinal).Count() > MostFamilies).Select(s => s.Key).ToList())
        {
            _mails.Remove(subject);
        }
    }

    /// <summary>The families whose conversation with the school, in the fortnight before or after, has a message's subject.</summary>
    /// <param name="mail">The message.</param>
    public IReadOnlySet<string> FamiliesAround(Mail mail) => Families(mail, m => Math.Abs(mail.UtcTicks - m.UtcTicks) <= Fortnight && m.Parties.Any(p => p.IsSchool && mail.Parties.Contains(p)));

    /// <summary>The families whose conversation with a member of staff, in the fortnight before, a message has its subject from.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="personId">The member of staff.</param>
    public IReadOnlySet<string> FamiliesBefore(Mail mail, string personId) => Families(mail, m =>
        m.UtcTicks <= mail.UtcTicks && mail.UtcTicks - m.UtcTicks <= Fortnight && m.Parties.Any(p => p.IsSchool && p.PersonIds.Contains(personId, StringComparer.Ordinal)));

    private HashSet<string> Families(Mail mail, Predicate<Mail> isOfIt)
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        if (mail.Subject != 0 && _mails.TryGetValue(mail.Subject, out var mails))
        {
            families.UnionWith(mails.Where(m => m != mail && isOfIt(m)).SelectMany(FamiliesOf));
        }

        return families;
    }

    private static IEnumerable<string> FamiliesOf(Mail mail) => mail.Parties.Where(static p => p.Kind == PartyKind.Family).SelectMany(static p => p.Families);
}
