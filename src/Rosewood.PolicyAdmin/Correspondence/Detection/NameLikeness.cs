using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Correspondence.Addresses;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Correspondence.Detection;

/// <summary>
/// How alike an address is to a person's name, 0–1, weighed against everybody else on the roster whom it would fit as well.
/// <list type="table">
/// <listheader><term>Form</term><description>Why this number</description></listheader>
/// <item><term>first name and surname</term><description>0.9; with a short form of the first name 0.85: hardly anybody takes another's whole name.</description></item>
/// <item><term>initial and surname</term><description>0.7: brothers, sisters, married couples and fathers share it.</description></item>
/// <item><term>surname and digits, or alone</term><description>0.55, 0.45: as likely the family's as the person's.</description></item>
/// <item><term>first name and initial</term><description>0.4: common.</description></item>
/// <item><term>called by the name</term><description>0.85 where somebody of the school calls the address by the whole name of this person and of no
/// other; 0.7 where only mail from outside does: anybody may call a mailbox as they like, to deceive too.</description></item>
/// </list>
/// A colleague whom the address fits about as well halves it; a surname that is common in the UK takes a seventh where the first name is not spelt out.
/// </summary>
/// <param name="staff">Everybody on the roster.</param>
internal sealed class NameLikeness(IReadOnlyList<Person> staff)
{
    /// <summary>From here an address may be a person's: it has the surname, and the first name or its initial.</summary>
    public const double Enough = 0.6;

    private const double CalledBySchool = 0.85;
    private const double CalledByOthers = 0.7;
    private const double CommonSurname = 0.85;
    private const double FitsAnother = 0.5;
    private const double Near = 0.15;
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal) { "mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sir", "fr" };
    private readonly Dictionary<(string Person, string Address), double> _known = [];
    private readonly Dictionary<string, (string First, string[] Surnames)> _names = staff.ToDictionary(p => p.Id, p => Split(p.DisplayName), StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _called = staff.Select(p => (p.Id, Name: Split(p.DisplayName))).Where(static p => p.Name.First.Length > 0)
        .GroupBy(static p => KeyOf(p.Name), static p => p.Id, StringComparer.Ordinal).ToDictionary(static g => g.Key, static g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>How alike an address is to a person's name; 0: not at all.</summary>
    public double Of(string personId, CorrespondentAddress address)
    {
        var key = (personId, address.Canonical);
        if (!_known.TryGetValue(key, out var likeness))
        {
            likeness = Weigh(personId, address);
            _known.Add(key, likeness);
        }

        return likeness;
    }

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

    private double Weigh(string personId, CorrespondentAddress address)
    {
        if (!_names.TryGetValue(personId, out var name) || Score(name, address.CanonicalLocal) is not (> 0 and var own))
        {
            return 0;
        }

        var other = _names.Where(n => !string.Equals(n.Key, personId, StringComparison.Ordinal)).Select(n => Score(n.Value, address.CanonicalLocal)).DefaultIfEmpty(0).Max();
        return own * (other >= own - Near ? FitsAnother : 1);
    }

    private static double Score((string First, string[] Surnames) name, ReadOnlySpan<char> local)
    {
        var letters = Fold(local.ToString(), keepSpaces: false);
        var hasDigits = local.ContainsAnyInRange('0', '9');
        var best = 0.0;
        foreach (var surname in name.Surnames)
        {
            best = Math.Max(best, Score(name.First, surname, letters, hasDigits));
        }

        return best;
    }

    private static double Score(string first, string surname, string letters, bool hasDigits)
    {
        const int ShortestSurname = 2;
        if (surname.Length < ShortestSurname || first.Length == 0)
        {
            return 0;
        }

        var common = CommonNames.IsCommonSurname(surname) ? CommonSurname : 1;
        foreach (var form in CommonNames.FormsOf(first))
        {
            var whole = string.Equals(form, first, StringComparison.Ordinal) ? 0.9 : 0.85;
            if (form.Length > 1 && (IsPair(letters, form, surname) || IsPair(letters, surname, form)))
            {
                return whole;
            }
        }

        var initial = first[..1];
        if (Is(letters, initial + surname) || Is(letters, surname + initial))
        {
            return (surname.Length > 3 ? 0.7 : 0.5) * common;
        }

        if (letters.Length == surname.Length + 2 && surname.Length > 3 && letters[0] == initial[0] && letters.EndsWith(surname, StringComparison.Ordinal))
        {
            return 0.6 * common;
        }

        return Is(letters, surname) && surname.Length > 3 ? (hasDigits ? 0.55 : 0.45) * common
            : first.Length > 2 && Is(letters, first + surname[..1]) ? 0.4
            : 0;
    }

    /// <summary>Two names one behind the other, with a middle initial or two between them or a word or two around them.</summary>
    private static bool IsPair(string letters, string before, string after)
    {
        const int MostBetween = 2;
        if (letters.StartsWith(before, StringComparison.Ordinal) && letters.EndsWith(after, StringComparison.Ordinal))
        {
            var between = letters.Length - before.Length - after.Length;
            return between is >= 0 and <= MostBetween;
        }

        return before.Length > 2 && after.Length > 3 && letters.Contains(before + after, StringComparison.Ordinal);
    }

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

        var words = Fold(plain, keepSpaces: true).Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(Titles.Contains).ToArray();
        if (words.Length < 2)
        {
            return ("", []);
        }

        var first = words[0].Split('-')[0];
        var surnames = new HashSet<string>(StringComparer.Ordinal) { string.Concat(words[1..]).Replace("-", "", StringComparison.Ordinal), words[^1].Replace("-", "", StringComparison.Ordinal) };
        surnames.UnionWith(words[^1].Split('-', StringSplitOptions.RemoveEmptyEntries).Where(static s => s.Length > 3));
        return (first, [.. surnames]);
    }

    /// <summary>Lower case Latin letters without marks: É is e, ø is o, O'Brien is obrien.</summary>
    private static string Fold(string text, bool keepSpaces)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Nfc.Decompose(text).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(c switch
            {
                'ø' => "o",
                'æ' => "ae",
                'ß' => "ss",
                'ł' => "l",
                'đ' => "d",
                'ı' => "i",
                'œ' => "oe",
                ' ' or '-' or '\u2010' or '\u2011' when keepSpaces => c == ' ' ? " " : "-",
                _ when char.IsLetter(c) => c.ToString(),
                _ => "",
            });
        }

        return folded.ToString();
    }
}
