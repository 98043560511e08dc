using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.Correspondence.Model;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// What traces and headers say, put together. Of a message without a family or a personal address nothing stays but the key of its id: that
/// the school knows it. The id is one for all recipients, and two exports may have the same message: each recipient counts once.
/// </summary>
/// <param name="book">Tells who is who.</param>
internal sealed class MailPicture(AddressBook book)
{
    /// <summary>A message to more families is no letter to one of them.</summary>
    private const int ManyFamilies = 5;

    /// <summary>Colleagues by their personal addresses who make a circle.</summary>
    private const int Circle = 2;

    private readonly Dictionary<ulong, Mail> _mails = [];
    private readonly Dictionary<ulong, ulong> _answers = [];
    private readonly HashSet<ulong> _known = [];
    private readonly Dictionary<Party, bool> _colleagues = [];
    private readonly HashSet<ulong> _expanded = [];
    private readonly HashSet<string> _schoolIdDomains = new(StringComparer.Ordinal);
    private readonly SubjectKeys _subjects = new();
    private readonly Dictionary<ulong, List<Mail>> _conversations = [];
    private SubjectThreads? _threads;

    /// <summary>The messages in which a family or a personal address has part.</summary>
    public IEnumerable<Mail> Mails => _mails.Values;

    /// <summary>Who is who.</summary>
    public AddressBook Book => book;

    /// <summary>The first and last row of traces, UTC ticks; 0: none.</summary>
    public (long First, long Last) Traced { get; private set; }

    /// <summary>The first message that the school sent, UTC ticks; 0: none was seen.</summary>
    public long FirstSent { get; private set; }

    /// <summary>Rows of traces that say something.</summary>
    public long Rows { get; private set; }

    /// <summary>Messages of which headers were seen.</summary>
    public long Headers { get; private set; }

    /// <summary>Whether a message was seen, whoever wrote it.</summary>
    public bool IsKnown(ulong key) => _known.Contains(key);

    /// <summary>Whether ids of a domain are made by the school's own system.</summary>
    public bool IsSchoolIdDomain(string domain) => book.IsSchool(domain) || _schoolIdDomains.Contains(SystemOf(domain));

    /// <summary>A message in which a family or a personal address has part; null: another, or none.</summary>
    public Mail? Find(ulong key) => _mails.GetValueOrDefault(key);

    /// <summary>Takes a row of a trace.</summary>
    public void Add(scoped TraceRow row)
    {
        Traced = Span(Traced, row.UtcTicks);
        Rows++;
        TracesHaveSubjects |= !row.Subject.IsEmpty;
        var key = MessageKey.Of(row.MessageId);
        if (row.Outcome == TraceOutcome.Lost)
        {
            return;
        }

        var from = book.Of(row.Sender);
        Know(key, from, row.UtcTicks, row.MessageId);
        var to = book.Of(row.Recipient);
        if (row.Outcome == TraceOutcome.Expanded || to.IsList)
        {
            _expanded.Add(key);
            return;
        }

        Meet(from, to);
        if (Matters(from, to))
        {
            var mail = Keep(key, from, row.UtcTicks, IsAsked(from) || IsAsked(to) ? row.MessageId : []);
            TakeSubject(mail, row.Subject);
            mail.Add(to);
        }
    }

    /// <summary>Takes the headers of a message.</summary>
    public void Add(HeaderRow row)
    {
        Headers++;
        var key = MessageKey.Of(row.MessageId);
        var from = book.Of(row.From);
        Know(key, from, row.UtcTicks, Encoding.UTF8.GetBytes(row.MessageId));

        var before = row.References.Select(MessageKey.Of).Reverse().ToList();
        var answered = MessageKey.Of(row.InReplyTo);
        if (answered != 0 && !before.Contains(answered))
        {
            before.Insert(0, answered);
        }

        var to = row.To.Concat(row.Cc).SelectMany(AddressReader.ReadAll).Select(book.Of).Distinct().ToList();
        to.ForEach(p => Meet(from, p));
        foreach (var (address, name) in row.Names)
        {
            if (book.Of(address) is { Kind: PartyKind.Consumer } party && book.Names.PersonCalled(name) is { } person)
            {
                party.Call(person, from.IsSchool);
            }
        }

        if (to.Exists(t => Matters(from, t)))
        {
            var mail = Keep(key, from, row.UtcTicks, Encoding.UTF8.GetBytes(row.MessageId));
            to.ForEach(mail.Add);
            TakeSubject(mail, row.Subject);
            mail.Copied = [.. row.Cc.SelectMany(AddressReader.ReadAll).Select(book.Of)];
            TakeConversation(mail, MessageKey.Of(row.Conversation));
            mail.HasHeaders = true;
            mail.InReplyTo ??= row.InReplyTo ?? (row.References.Count > 0 ? row.References[^1] : null);
            mail.Before = mail.Before.Count >= before.Count ? mail.Before : before;
            mail.IsBulk |= row.IsBulk || to.Exists(static p => p.IsList);
        }
        else if (key != 0 && before.Count > 0)
        {
            _answers.TryAdd(key, before[0]);
        }
    }

    /// <summary>Whether any row of a trace came with a subject, of whomever it was.</summary>
    public bool TracesHaveSubjects { get; private set; }

    /// <summary>Conversations by their subject; asked for when everything is read.</summary>
    public SubjectThreads BySubject => _threads ??= new SubjectThreads(_mails.Values, IsBulk, IsAlike, IsKnown);

    /// <summary>
    /// Whether a message went to many rather than to those whom it is about. The personal addresses of several colleagues in one message are
    /// a circle: a party, governors' papers, a committee; that a parent is in it makes it no letter to that family.
    /// </summary>
    public bool IsBulk(Mail mail) => mail.IsBulk || _expanded.Contains(mail.Key)
        || mail.Parties.Where(static p => p.PersonIds.Count > 0 && !p.IsSchool).Distinct().Count() >= Circle
        || (mail.From.Kind != PartyKind.Family && mail.To.Where(static p => p.Kind == PartyKind.Family).SelectMany(static p => p.Families).Distinct(StringComparer.Ordinal).Count() > ManyFamilies);

    /// <summary>
    /// Whether a message of the school's is rather one among colleagues, some of whom are parents here: under a subject that goes round among
    /// staff, or to families whose addresses are all alike to employees' names.
    /// </summary>
    public bool IsAmongColleagues(Mail mail) => mail.From.IsSchool
        && (BySubject.IsOfStaff(mail) || (mail.To.Exists(static p => p.Kind == PartyKind.Family) && mail.To.TrueForAll(p => p.Kind != PartyKind.Family || IsColleagues(p))));

    /// <summary>The families with whom the thread before a message was.</summary>
    public IReadOnlySet<string> FamiliesBefore(Mail mail)
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<ulong>();
        foreach (var key in mail.Before)
        {
            Collect(key, families, seen);
        }

        // What was sent has no In-Reply-To in Graph, but Exchange's own conversation.
        foreach (var earlier in mail.Conversation == 0 ? [] : _conversations[mail.Conversation].Where(m => m != mail && m.UtcTicks <= mail.UtcTicks && !IsBulk(m) && !BySubject.IsOfStaff(m)))
        {
            families.UnionWith(earlier.Parties.SelectMany(static p => p.Families));
        }

        return families;
    }

    private bool IsColleagues(Party family)
    {
        if (!_colleagues.TryGetValue(family, out var isColleagues))
        {
            isColleagues = family.PersonIds.Count > 0 || book.Staff.Any(s => book.IsEmployed(s) && book.Names.Of(s.Id, family.Address!) >= NameLikeness.Enough);
            _colleagues.Add(family, isColleagues);
        }

        return isColleagues;
    }

    private void Collect(ulong key, HashSet<string> families, HashSet<ulong> seen)
    {
        const int Deepest = 200;
        for (var i = 0; i < Deepest && key != 0 && seen.Add(key); i++)
        {
            if (Find(key) is not { } mail)
            {
                key = _answers.GetValueOrDefault(key);
                continue;
            }

            if (!IsBulk(mail) && !BySubject.IsOfStaff(mail))
            {
                families.UnionWith(mail.Parties.SelectMany(static p => p.Families));
            }

            key = mail.Before.Count > 0 ? mail.Before[0] : 0;
        }
    }

    private Mail Keep(ulong key, Party from, long ticks, ReadOnlySpan<byte> id)
    {
        // Without any id, each row is a message of its own.
        key = key == 0 ? (ulong)_mails.Count << 1 : key;
        if (!_mails.TryGetValue(key, out var mail))
        {
            mail = new Mail { Key = key, UtcTicks = ticks, From = from };
            _mails.Add(key, mail);
        }

        mail.Id = mail.Id.Length == 0 && !id.IsEmpty ? Encoding.UTF8.GetString(id) : mail.Id;
        mail.UtcTicks = mail.UtcTicks == 0 ? ticks : ticks == 0 ? mail.UtcTicks : Math.Min(mail.UtcTicks, ticks);
        return mail;
    }

    private void Know(ulong key, Party from, long ticks, ReadOnlySpan<byte> id)
    {
        const int MostDomains = 256;
        if (key == 0 || !_known.Add(key) || !from.IsSchool)
        {
            return;
        }

        FirstSent = FirstSent == 0 || ticks == 0 ? Math.Max(FirstSent, ticks) : Math.Min(FirstSent, ticks);
        if (_schoolIdDomains.Count < MostDomains && id.LastIndexOf((byte)'@') is >= 0 and var at && SystemOf(Encoding.UTF8.GetString(id[(at + 1)..]).ToLowerInvariant()) is var domain && (ConsumerMail.ProviderOf(domain) is null || domain.EndsWith(".prod.outlook.com", StringComparison.Ordinal)) && !_schoolIdDomains.Contains(domain))
        {
            _schoolIdDomains.Add(domain);
        }
    }

    private void TakeConversation(Mail mail, ulong conversation)
    {
        if (mail.Conversation == 0 && conversation != 0)
        {
            mail.Conversation = conversation;
            if (!_conversations.TryGetValue(conversation, out var mails))
            {
                _conversations.Add(conversation, mails = []);
            }

            mails.Add(mail);
        }
    }

    private void TakeSubject(Mail mail, ReadOnlySpan<byte> subject)
    {
        if (mail.Subject == 0 && !subject.IsEmpty)
        {
            mail.Subject = _subjects.Of(subject);
        }
    }

    private static void Meet(Party from, Party to)
    {
        if (from.Kind == PartyKind.Consumer && to.IsSchool)
        {
            from.Meet(to);
        }
        else if (to.Kind == PartyKind.Consumer && from.IsSchool)
        {
            to.Meet(from);
        }
    }

    /// <summary>
    /// A private mailbox to which a member of staff writes may be their own; whether it is, the likeness of names tells later. Of those that
    /// write to the school there are too many: only the ones alike to somebody's name are kept.
    /// </summary>
    private bool Matters(Party from, Party to) => from.Kind is PartyKind.Family or PartyKind.Personal
        || to.Kind is PartyKind.Family or PartyKind.Personal
        || (from.Kind == PartyKind.Staff && to.Kind == PartyKind.Consumer)
        || (from.Kind == PartyKind.Consumer && to.IsSchool && IsAlike(from));

    private bool IsAlike(Party party) => party.CalledAs is not null || book.LikeliestOwner(party).Likeness >= NameLikeness.Enough;

    /// <summary>The system that makes ids in a domain: in Exchange Online each server has a name of its own, <c>LO2P265MB1.GBRP265.PROD.OUTLOOK.COM</c>.</summary>
    private static string SystemOf(string domain) => domain.EndsWith(".prod.outlook.com", StringComparison.Ordinal) ? domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..] : domain;

    /// <summary>Whether findings are about mail of somebody, so that its id is asked for.</summary>
    private static bool IsAsked(Party party) => party.Kind is PartyKind.Personal or PartyKind.Consumer || (party.Kind == PartyKind.Family && party.PersonIds.Count > 0);

    private static (long First, long Last) Span((long First, long Last) span, long ticks) =>
        span.Last == 0 ? (ticks, ticks) : (Math.Min(span.First, ticks), Math.Max(span.Last, ticks));
}
