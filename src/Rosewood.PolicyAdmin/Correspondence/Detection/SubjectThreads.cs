namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// Conversations by their subject, where no headers tell what a message answers: the same line, between the school and a family, within a
/// fortnight. A line that many families have in that time (a trip, a newsletter) tells nothing about one of them.
/// </summary>
internal sealed class SubjectThreads
{
    private const int MostFamilies = 2;
    private const int SeveralColleagues = 3;
    private static readonly long Fortnight = TimeSpan.FromDays(14).Ticks;
    private readonly Dictionary<ulong, List<Mail>> _mails = [];
    private readonly Predicate<ulong> _isKnown;
    private readonly HashSet<ulong> _ofStaff;

    /// <summary>Brings them together.</summary>
    /// <param name="mails">Messages.</param>
    /// <param name="isBulk">Tells those that went to many.</param>
    /// <param name="isStaffs">Tells private mailboxes that are likely a member of staff's, though not declared.</param>
    /// <param name="isKnown">Tells whether a message was seen, by its key.</param>
    public SubjectThreads(IEnumerable<Mail> mails, Predicate<Mail> isBulk, Predicate<Party> isStaffs, Predicate<ulong> isKnown)
    {
        _isKnown = isKnown;
        var all = mails as IReadOnlyCollection<Mail> ?? [.. mails];
        _ofStaff = [.. all.Where(static m => m.Subject != 0 && m.Parties.Any(static p => p.IsSchool))
            .SelectMany(m => m.Parties.Where(p => p.Kind == PartyKind.Personal || (p.Kind == PartyKind.Consumer && isStaffs(p))).Select(p => (m.Subject, Party: p)))
            .Distinct().CountBy(static s => s.Subject).Where(static s => s.Value >= SeveralColleagues).Select(static s => s.Key)];
        foreach (var mail in all.Where(m => m.Subject != 0 && m.UtcTicks > 0 && !isBulk(m) && m.Parties.Any(static p => p.IsSchool) && m.Parties.Any(static p => p.Kind == PartyKind.Family)))
        {
            if (!_mails.TryGetValue(mail.Subject, out var list))
            {
                _mails.Add(mail.Subject, list = []);
            }

            list.Add(mail);
        }

        foreach (var list in _mails.Values)
        {
            list.Sort(static (one, other) => one.UtcTicks.CompareTo(other.UtcTicks));
        }
    }

    /// <summary>Whether the subject goes round among staff: several have it in mail with their personal addresses, as about a leaving do.</summary>
    public bool IsOfStaff(Mail mail) => mail.Subject != 0 && _ofStaff.Contains(mail.Subject);

    /// <summary>The families whose conversation with the school, in the fortnight before or after, has a message's subject.</summary>
    /// <param name="mail">The message.</param>
    public IReadOnlySet<string> FamiliesAround(Mail mail) => Families(mail, m => m.Parties.Any(p => p.IsSchool && mail.Parties.Contains(p)));

    /// <summary>The families whose conversation with a member of staff, in the fortnight before, a message has its subject from.</summary>
    /// <param name="mail">The message.</param>
    /// <param name="personId">The member of staff.</param>
    public IReadOnlySet<string> FamiliesBefore(Mail mail, string personId) => Families(mail, m =>
        m.UtcTicks <= mail.UtcTicks && m.Parties.Any(p => p.IsSchool && p.PersonIds.Contains(personId, StringComparer.Ordinal)));

    private HashSet<string> Families(Mail mail, Predicate<Mail> isOfIt)
    {
        if (mail.Subject == 0 || IsOfStaff(mail) || IsThreadKnown(mail) || !_mails.TryGetValue(mail.Subject, out var mails))
        {
            return [];
        }

        var all = new HashSet<string>(StringComparer.Ordinal);
        var ofIt = new HashSet<string>(StringComparer.Ordinal);
        for (var i = FirstFrom(mails, mail.UtcTicks - Fortnight); i < mails.Count && mails[i].UtcTicks <= mail.UtcTicks + Fortnight; i++)
        {
            if (mails[i] == mail)
            {
                continue;
            }

            all.UnionWith(FamiliesOf(mails[i]));
            if (all.Count > MostFamilies)
            {
                // A popular line: what else has it is not looked at, so that a year of it costs no more than a week.
                return [];
            }

            if (isOfIt(mails[i]))
            {
                ofIt.UnionWith(FamiliesOf(mails[i]));
            }
        }

        return ofIt;
    }

    /// <summary>The place of the first message of an instant or later, in a list by time.</summary>
    private static int FirstFrom(List<Mail> mails, long ticks)
    {
        var (first, end) = (0, mails.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = mails[middle].UtcTicks < ticks ? (middle + 1, end) : (first, middle);
        }

        return first;
    }

    /// <summary>Headers say what it answers, and all of that was seen.</summary>
    private bool IsThreadKnown(Mail mail) => mail.HasHeaders && mail.Before.Count > 0 && mail.Before.All(_isKnown.Invoke);

    private static IEnumerable<string> FamiliesOf(Mail mail) => mail.Parties.Where(static p => p.Kind == PartyKind.Family).SelectMany(static p => p.Families);
}
