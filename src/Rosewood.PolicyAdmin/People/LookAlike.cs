using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>
/// Letters of other scripts that look like Latin ones. They never match a Latin name; this only says why a name that looks right
/// is not found, and keeps such names off the roster.
/// </summary>
internal static class LookAlike
{
    // Lower-case pairs: the look-alike, then the Latin letter. After Unicode's confusables, the ones that fonts show alike.
    private const string Pairs =
        "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhӏlԛqԝwѵv"
        + "αaβbεeηhιiκkμmνvοoρpτtυyχxγyζz"
        + "օoսuոnհhցgյjᴏoɑaɡgıi";

    /// <summary>The text with each look-alike as its Latin letter.</summary>
    public static string ToLatin(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            var at = Pairs.IndexOf(c, StringComparison.Ordinal);
            result.Append(at >= 0 && at % 2 == 0 ? Pairs[at + 1] : c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return result.ToString();
    }

    /// <summary>In a word that mixes Latin with another script: the first letter of the other one, such as <c>'у' (U+0443)</c>; else null.</summary>
    public static string? FindMixed(string text)
    {
        foreach (var word in text.Split([' ', '-', '\'', '.', '@', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Any(IsLatin) && FindForeign(word) is { } foreign)
            {
                return foreign;
            }
        }

        return null;
    }

    /// <summary>The first letter that is of a script whose letters look like Latin ones; else null.</summary>
    public static string? FindForeign(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsForeign(text[i]))
            {
                return $"'{text[i]}' ({PlainText.CodePoint(text, i)})";
            }
        }

        return null;
    }

    private static bool IsLatin(char c) => c <= '\u024F' && char.IsLetter(c);

    /// <summary>Greek, Cyrillic, Armenian, Cherokee, full-width forms, and (as surrogates) the mathematical alphabets.</summary>
    private static bool IsForeign(char c) => c is (>= '\u0370' and <= '\u058F') or (>= '\u13A0' and <= '\u13FF')
        or (>= '\u1F00' and <= '\u1FFF') or (>= '\uAB70' and <= '\uABBF') or (>= '\uFF21' and <= '\uFF5A') or '\uD835';
}
