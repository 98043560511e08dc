using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// Makes text from logs and people safe to look at: control characters and marks that turn the reading direction become visible,
/// line breaks become spaces, and what is too long is cut with its length said. Encoding for HTML or CSV comes after.
/// </summary>
internal static class ReportText
{
    private const int LongWord = 20;

    /// <summary>Cleans a text.</summary>
    /// <param name="text">The text, from anywhere.</param>
    /// <param name="limit">The most UTF-16 units that are kept.</param>
    public static string Clean(string text, int limit = int.MaxValue)
    {
        if (text.Length <= limit && IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, 1024));
        var read = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (read + rune.Utf16SequenceLength > limit)
            {
                clean.Append(CultureInfo.InvariantCulture, $"… ({ReportWords.Number(text.Length - read)} more characters)");
                break;
            }

            read += rune.Utf16SequenceLength;
            Append(clean, rune);
        }

        return clean.ToString();
    }

    /// <summary>Whether a text has a word that a narrow column can't hold.</summary>
    public static bool HasLongWord(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = c is ' ' or '-' ? 0 : run + 1;
            if (run > LongWord)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return false;
            }
        }

        return true;
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control when rune.Value is '\n' or '\r' or '\t':
            case UnicodeCategory.LineSeparator:
            case UnicodeCategory.ParagraphSeparator:
                clean.Append(' ');
                break;
            case UnicodeCategory.Control:
            case UnicodeCategory.Format when !IsJoiner(rune):
                clean.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
                break;
            default:
                clean.Append(rune.ToString());
                break;
        }
    }

    // Zero-width joiners and the soft hyphen belong to honest names in several scripts and turn nothing around.
    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D or 0x00AD;
}
