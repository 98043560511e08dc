using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>
/// Tells who a sender is by what the text service calls them: a login, a school or declared personal address, a full name, or, less
/// certainly, a title with a surname that one person employed that day has.
/// </summary>
internal sealed class TextSenders
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "mr", "mrs", "miss", "ms", "mx", "dr", "prof", "rev", "sir", "dame", "madam" };

    private readonly PeopleHistory _people;
    private readonly IReadOnlyList<string> _domains;
    private readonly HashSet<string> _shared;
    private readonly Dictionary<(string Written, DateOnly Day), TextSender> _known = [];

    /// <param name="people">The roster.</param>
    /// <param name="config">The school's settings.</param>
    public TextSenders(PeopleHistory people, PolicyConfig config)
    {
        _people = people;
        _domains = [.. config.School.MailDomains.Select(static d => MailDomainName.Normalize(d)).OfType<string>()];
        _shared = config.Correspondence.SharedTextSenders.Select(PersonName.KeyOf).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The school's mail domains.</summary>
    public IReadOnlyList<string> Domains => _domains;

    /// <summary>Whether the school has declared a login as one that several people use.</summary>
    public bool IsShared(string sender) => sender.Length > 0 && _shared.Contains(PersonName.KeyOf(sender));

    /// <summary>Who it was.</summary>
    public TextSender Find(string written, long utcTicks)
    {
        var key = (written, _people.DateAt(utcTicks));
        if (!_known.TryGetValue(key, out var sender))
        {
            sender = Look(written, utcTicks);
            _known.Add(key, sender);
        }

        return sender;
    }

    private TextSender Look(string written, long ticks)
    {
        var text = PlainText.Clean(TextNumbers.Unwrap(written));
        if (IsShared(text))
        {
            return new TextSender(Person: null, text, IsBySurname: false);
        }

        if ((text.Contains('@', StringComparison.Ordinal) ? ByAddress(text, ticks) : _people.FindByLogin(text, ticks).Person ?? ByName(text, ticks)) is { } person)
        {
            return new TextSender(person, "", IsBySurname: false);
        }

        return BySurname(text, ticks) is { } likely
            ? new TextSender(likely, "", IsBySurname: true)
            : new TextSender(Person: null, TextWords.Keep(text, _domains), IsBySurname: false);
    }

    /// <summary>Elsewhere than in the school's own domains the part before the @ may be anybody's.</summary>
    private Person? ByAddress(string text, long ticks)
    {
        if (CorrespondentAddress.Parse(text) is not { } address)
        {
            return null;
        }

        if (TextWords.IsSchools(text, _domains))
        {
            return (_domains.Contains(address.Domain, StringComparer.Ordinal) ? _people.FindByLogin(address.ToString(), ticks) : _people.FindOwner(address.ToString(), ticks)).Person;
        }

        var owners = _people.All(ticks).Where(p => p.PersonalAddresses.Any(a => address.Equals(CorrespondentAddress.Parse(a)))).ToList();
        return owners is [var owner] ? owner : null;
    }

    private Person? ByName(string text, long ticks)
    {
        var (_, words) = Words(text);
        return words.Length < 2 ? null : Only([.. _people.AllByName(string.Join(' ', words), ticks)], ticks);
    }

    private Person? BySurname(string text, long ticks)
    {
        var (hasTitle, words) = Words(text);
        if (!hasTitle || words.Length == 0)
        {
            return null;
        }

        var initial = words.Length > 1 && words[0].TrimEnd('.') is [var letter] ? letter : (char?)null;
        var surname = ' ' + string.Join(' ', initial is null ? words : words[1..]);
        var day = _people.DateAt(ticks);
        var fitting = _people.All(ticks).Where(p => PeopleHistory.IsEmployed(p, day)
            && PersonName.KeyOf(p.DisplayName) is var name && name.EndsWith(surname, StringComparison.Ordinal) && (initial is null || name[0] == initial)).ToList();
        return fitting is [var one] ? one : null;
    }

    /// <summary>Of several of one name the one who was employed that day; nobody where that leaves more than one.</summary>
    private Person? Only(List<Person> people, long ticks)
    {
        var day = _people.DateAt(ticks);
        return people is [var one] ? one : people.FindAll(p => PeopleHistory.IsEmployed(p, day)) is [var employed] ? employed : null;
    }

    /// <summary>A name's words in order, lower case, without the title: <c>Jones, Mrs Sarah</c> is <c>sarah jones</c>.</summary>
    private static (bool HasTitle, string[] Words) Words(string text)
    {
        var key = PersonName.KeyOf(text);
        var comma = key.IndexOf(", ", StringComparison.Ordinal);
        var words = (comma < 0 ? key : $"{key[(comma + 2)..]} {key[..comma]}").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Titles.Contains(words[0].TrimEnd('.')) ? (true, words[1..]) : (false, words);
    }
}

/// <summary>Who a sender is.</summary>
/// <param name="Person">The person; null where nobody is known by that name.</param>
/// <param name="Text">What may be kept of the name where nobody is known by it.</param>
/// <param name="IsBySurname">Whether only title and surname told who it was.</param>
internal sealed record TextSender(Person? Person, string Text, bool IsBySurname);
