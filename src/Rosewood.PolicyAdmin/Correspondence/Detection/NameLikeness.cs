using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// How alike an address is to a person's name, 0–1, weighed against everybody else on the roster whom it would fit as well.
/// <list type="table">
/// <listheader><term>Form</term><description>Why this number</description></listheader>
/// <item><term>first name and surname</term><description>0.9; with a short form of the first name 0.85: hardly anybody takes another's whole name.
/// Where the address has words, whole words are compared: <c>jordan.bell</c> is no Dan.</description></item>
/// <item><term>the same with a letter between them</term><description>0.7 where nothing parts the words: <c>paulasmith</c> may be Paul A.'s or
/// Paula's.</description></item>
/// <item><term>initial and surname</term><description>0.7: brothers, sisters, married couples and fathers share it.</description></item>
/// <item><term>surname and digits, or alone</term><description>0.55, 0.45: as likely the family's as the person's.</description></item>
/// <item><term>first name and initial</term><description>0.4: common.</description></item>
/// <item><term>called by the name</term><description>0.85 where somebody of the school calls the address by the whole name of this person and of no
/// other; 0.7 where only mail from outside does: anybody may call a mailbox as they like, to deceive too.</description></item>
/// </list>
/// A colleague whom the address fits about as well halves it; a surname that is common in the UK takes a seventh where the first name is not
/// spelt out in full.
/// </summary>
/// <param name="staff">Everybody on the roster.</param>
/// <param name="owners">The ids of those who may have a private mailbox of which nothing is known.</param>
internal sealed class NameLikeness(IReadOnlyList<Person> staff, IReadOnlySet<string> owners)
{
    /// <summary>From here an address may be a person's: it has the surname, and the first name or its initial.</summary>
    public const double Enough = 0.6;

    private const double CalledBySchool = 0.85;
    private const double CalledByOthers = 0.7;
    private const double CommonSurname = 0.85;
    private const double FitsAnother = 0.5;
    private const double Near = 0.15;
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sir", "fr" };
    private const int LongEnough = 4;
    private readonly Dictionary<(string Person, string Address), double> _known = [];
    private readonly (string Id, (string First, string[] Surnames) Name)[] _owners = [.. staff.Where(p => owners.Contains(p.Id)).Select(static p => (p.Id, Split(p.DisplayName)))];
    private readonly Dictionary<string, (string First, string[] Surnames)> _names = staff.ToDictionary(p => p.Id, p => Split(p.DisplayName), StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _called = staff.Select(p => (p.Id, Name: Split(p.DisplayName))).Where(static p => p.Name.First.Length > 0)
        .GroupBy(static p => KeyOf(p.Name), static p => p.Id, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>How alike an address is to a person's name; 0: not at all.</summary>
    public double Of(string personId, CorrespondentAddress address)
    {
        var key = (personId, address.Canonical);
        if (!_known.TryGetValue(key, out var likeness) && _names.TryGetValue(personId, out var name))
        {
            likeness = Weigh(personId, name, AddressLetters.Of(address));

            // Nearly every address is like nobody's name: kept for each person, they would fill the memory.
            if (likeness > 0)
            {
                _known.Add(key, likeness);
            }
        }

        return likeness;
    }

    /// <summary>Of those who may have such a mailbox, the one whose name an address is most alike to.</summary>
    public LikelyOwner Likeliest(CorrespondentAddress address)
    {
        var letters = AddressLetters.Of(address);
        var best = LikelyOwner.Nobody;
        foreach (var (id, name) in _owners)
        {
            if (Weigh(id, name, letters) is var likeness && likeness > best.Likeness)
            {
                best = new LikelyOwner(id, likeness);
            }
        }

        return best;
    }

    /// <summary>Whether an address has a person's surname in it, as those of their relatives have, whatever their first names.</summary>
    public bool HasSurname(string personId, CorrespondentAddress address) =>
        _names.TryGetValue(personId, out var name) && AddressLetters.Of(address).Letters is var letters
        && Array.Exists(name.Surnames, s => s.Length >= LongEnough && letters.Contains(s, StringComparison.Ordinal));

    /// <summary>How likely a private mailbox of which nothing is declared is a person's, by its address and by what messages call it; 0: not at all.</summary>
    public double Of(string personId, Party party)
    {
        if (party.Address is not { } address)
        {
            return 0;
        }

        return party.CalledAs is null ? Of(personId, address)
            : string.Equals(party.CalledAs, personId, StringComparison.Ordinal) ? Math.Max(party.IsCalledBySchool ? CalledBySchool : CalledByOthers, Of(personId, address))
            : 0;
    }

    /// <summary>The only member of staff with a name, however its marks and order are written; null: nobody, or several.</summary>
    public string? PersonCalled(string displayName) => Split(displayName) is { First.Length: > 0 } name && _called.GetValueOrDefault(KeyOf(name)) is [var one] ? one : null;

    private static string KeyOf((string First, string[] Surnames) name) => $"{name.First} {name.Surnames[0]}";

    private double Weigh(string personId, (string First, string[] Surnames) name, AddressLetters address)
    {
        if (Score(name, address) is not (> 0 and var own))
        {
            return 0;
        }

        var other = _names.Where(n => !string.Equals(n.Key, personId, StringComparison.Ordinal)).Select(n => Score(n.Value, address)).DefaultIfEmpty(0).Max();
        return own * (other >= own - Near ? FitsAnother : 1);
    }

    private static double Score((string First, string[] Surnames) name, AddressLetters address)
    {
        var best = 0.0;
        foreach (var surname in name.Surnames)
        {
            best = Math.Max(best, Score(name.First, surname, address));
        }

        return best;
    }

    private static double Score(string first, string surname, AddressLetters address)
    {
        const int ShortestSurname = 2;
        var letters = address.Letters;
        if (surname.Length < ShortestSurname || first.Length == 0)
        {
            return 0;
        }

        // The one form without the surname; what has no surname in it, as nearly every address, has no other.
        var byInitial = first.Length > 2 && letters.Length == first.Length + 1 && letters.StartsWith(first, StringComparison.Ordinal) && letters[^1] == surname[0] ? 0.4 : 0;
        if (!letters.Contains(surname, StringComparison.Ordinal))
        {
            return byInitial;
        }

        var common = CommonNames.IsCommonSurname(surname) ? CommonSurname : 1;
        var best = 0.0;
        foreach (var form in CommonNames.FormsOf(first).Where(static f => f.Length > 1))
        {
            best = Math.Max(best, IsPair(address, form, surname) || IsPair(address, surname, form) ? (Is(form, first) ? 0.9 : 0.85 * common)
                : HasLetterBetween(address, form, surname) ? 0.7 * common : 0);
        }

        return best > 0 ? best : Math.Max(byInitial, WithoutFirstName(first[0], surname, address) * common);
    }

    /// <summary>The surname with an initial or two, or alone.</summary>
    private static double WithoutFirstName(char initial, string surname, AddressLetters address)
    {
        var letters = address.Letters;
        if (Is(letters, initial + surname) || Is(letters, surname + initial))
        {
            return surname.Length >= LongEnough ? 0.7 : 0.5;
        }

        // Two initials; jo.smith is a Jo's and not J. O.'s.
        if (letters.Length == surname.Length + 2 && surname.Length >= LongEnough && letters[0] == initial && letters.EndsWith(surname, StringComparison.Ordinal) && !CommonNames.IsFirstName(letters[..2]))
        {
            return 0.6;
        }

        return Is(letters, surname) && surname.Length >= LongEnough ? (address.HasDigits ? 0.55 : 0.45) : 0;
    }

    /// <summary>
    /// Two names one behind the other, as words of the address or as one word of it, with nothing between them but initials that are words
    /// themselves; other words may stand around them.
    /// </summary>
    private static bool IsPair(AddressLetters address, string before, string after)
    {
        const int MostInitials = 2;
        var letters = address.Letters;
        for (var start = letters.IndexOf(before, StringComparison.Ordinal); start >= 0; start = letters.IndexOf(before, start + 1, StringComparison.Ordinal))
        {
            var end = start + before.Length;
            for (var initials = 0; address.IsEdge(start) && initials <= MostInitials && (initials == 0 || address.IsEdge(end)); initials++)
            {
                var next = end + initials;
                if ((initials > 0 && !address.IsEdge(next)) || next + after.Length > letters.Length)
                {
                    break;
                }

                if (address.IsEdge(next + after.Length) && string.CompareOrdinal(letters, next, after, 0, after.Length) == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A first name and a surname with one letter between them and nothing that parts them: a middle initial, or another's first name.</summary>
    private static bool HasLetterBetween(AddressLetters address, string first, string surname) =>
        address.IsOneWord && first.Length >= LongEnough && address.Letters.Length == first.Length + 1 + surname.Length
        && address.Letters.StartsWith(first, StringComparison.Ordinal) && address.Letters.EndsWith(surname, StringComparison.Ordinal)
        && !CommonNames.IsFirstName(address.Letters[..(first.Length + 1)]);

    private static bool Is(string text, string other) => string.Equals(text, other, StringComparison.Ordinal);

    /// <summary>A display name's first name and the forms of its surname: of a double-barrelled one the whole and each part.</summary>
    private static (string First, string[] Surnames) Split(string displayName)
    {
        var plain = displayName;
        if (displayName.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
        {
            // "Okonkwo, Daniel"
            plain = $"{displayName[(comma + 1)..]} {displayName[..comma]}";
        }

        var words = Fold(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(Titles.Contains).ToArray();
        if (words.Length < 2)
        {
            return ("", []);
        }

        var first = words[0].Split('-')[0];
        var surnames = new HashSet<string>(StringComparer.Ordinal) { string.Concat(words[1..]).Replace("-", "", StringComparison.Ordinal), words[^1].Replace("-", "", StringComparison.Ordinal) };
        surnames.UnionWith(words[^1].Split('-', StringSplitOptions.RemoveEmptyEntries).Where(static s => s.Length > 3));
        return (first, [.. surnames]);
    }

    /// <summary>Lower case Latin letters without marks, words and their parts: É is e, ø is o, O'Brien is obrien.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Nfc.Decompose(text).ToLowerInvariant())
        {
            if (!AddressLetters.Fold(folded, c) && c is ' ' or '-' or '\u2010' or '\u2011')
            {
                folded.Append(c == ' ' ? ' ' : '-');
            }
        }

        return folded.ToString();
    }
}
