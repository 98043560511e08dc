using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Governance.Data;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance.SubjectAccess;

/// <summary>
/// Takes other people out of what a person is given (DPA 2018 Schedule 2 paragraph 16): colleagues become "a colleague", families "a family".
/// Those who hold a public role (SLT, safeguarding lead, data protection officer) are named, since they acted in it.
/// </summary>
internal sealed class Redactor
{
    private const string Colleague = "[a colleague]";
    private const string Family = "[a family]";
    private const string Address = "[an address]";
    private const int ShortestTerm = 3;
    private const int ShortestSurname = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly Regex Mail = new(@"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);

    private readonly CommandContext _context;
    private readonly PeopleHistory _people;
    private readonly HashSet<string> _shown;
    private readonly HashSet<string> _publicIds;
    private readonly string _personId;
    private readonly Regex? _names;
    private readonly Regex? _surnames;
    private readonly Regex? _families;

    public Redactor(CommandContext context, PersonTraces traces)
    {
        _context = context;
        _personId = traces.PersonId;
        _people = context.LoadPeople();
        var versions = _people.SpansFrom(long.MinValue).Select(static s => s.Value).ToList();
        _publicIds = versions.Where(static p => p.Roles.Overlaps(RoleSet.Guarded)).Select(static p => p.Id).ToHashSet(StringComparer.Ordinal);
        var shown = versions.Where(p => IsShown(p.Id)).ToList();
        _shown = shown.SelectMany(Terms).Concat(traces.All).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var hidden = versions.Where(p => !IsShown(p.Id)).ToList();
        var surnames = shown.SelectMany(static p => p.DisplayName.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _names = Any(hidden.SelectMany(Terms).Where(t => t.Length >= ShortestTerm && !_shown.Contains(t)), RegexOptions.IgnoreCase);
        _surnames = Any(hidden.Select(static p => p.DisplayName.Split(' ')[^1]).Where(s => s.Length >= ShortestSurname && char.IsUpper(s[0]) && !surnames.Contains(s)), RegexOptions.None);
        _families = Any(FamilyIds(context), RegexOptions.IgnoreCase);
    }

    /// <summary>Who an id stands for, as the person may know it.</summary>
    public string? Name(string? id) => id is null ? null
        : id.StartsWith("service:", StringComparison.Ordinal) ? "[a timer]"
        : id.StartsWith("account:", StringComparison.Ordinal) ? Text(PersonNames.Show(_people, id, _context.Now.UtcTicks)) is { } account && _shown.Contains(account) ? account : Colleague
        : IsShown(id) ? PersonNames.Show(_people, id, _context.Now.UtcTicks)
        : Colleague;

    /// <summary>Whether a text names a person of the roster, by id, who is neither the person nor a holder of a public role.</summary>
    public bool SpeaksOfOthers(string? text) => text is not null && OtherIds(text).Any();

    /// <summary>A text without others.</summary>
    public string Text(string text)
    {
        var result = Mail.Replace(text, m => _shown.Contains(m.Value) ? m.Value : Address);
        result = _names?.Replace(result, Colleague) ?? result;
        result = _surnames?.Replace(result, Colleague) ?? result;
        result = _families?.Replace(result, Family) ?? result;
        foreach (var id in OtherIds(result).Distinct(StringComparer.Ordinal).ToList())
        {
            result = result.Replace(id, Colleague, StringComparison.Ordinal);
        }

        return result;
    }

    /// <summary>A record without others: every text in it, however deep.</summary>
    public JsonNode Record(object value) => Clean(value as JsonNode ?? JsonNode.Parse(PolicyJson.Text(value))!)!;

    private JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Clean(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Clean)]),
        JsonValue v when v.TryGetValue<string>(out var text) => JsonValue.Create(Text(text)),
        _ => node?.DeepClone(),
    };

    private bool IsShown(string id) => string.Equals(id, _personId, StringComparison.Ordinal) || _publicIds.Contains(id);

    private IEnumerable<string> OtherIds(string text)
    {
        for (var at = text.IndexOf("P-", StringComparison.Ordinal); at >= 0; at = text.IndexOf("P-", at + 1, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            var id = text[at..end];
            if (end - at > 5 && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) && !IsShown(id))
            {
                yield return id;
            }
        }
    }

    private static IEnumerable<string> Terms(Person person) => PeopleHistory.LoginsOf(person)
        .Concat(person.PersonalAddresses)
        .Append(person.DisplayName)
        .Concat(person.WorkPhone is { } phone ? [phone] : []);

    private static IEnumerable<string> FamilyIds(CommandContext context) => context.Store.FamilyContacts.Load().Select(static c => c.Contact.FamilyId)
        .Concat(context.Store.FamilyLinks.LoadAll().Select(static l => l.Fact.FamilyId))
        .Where(static f => f.Length >= ShortestTerm);

    /// <summary>Any of the terms as whole words, the longest first.</summary>
    private static Regex? Any(IEnumerable<string> terms, RegexOptions options)
    {
        var all = terms.Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(static t => t.Length).Select(Regex.Escape).ToList();
        return all.Count == 0 ? null : new Regex($@"(?<!\w)(?:{string.Join('|', all)})(?!\w)", options | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);
    }
}
