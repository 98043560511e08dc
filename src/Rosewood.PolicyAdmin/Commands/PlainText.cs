using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Text from outside, made comparable: form C, trimmed, one space where there were several; and what may not be in it.</summary>
internal static class PlainText
{
    /// <summary>Form C, trimmed, each run of white space (line breaks and no-break spaces too) as one space.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return Nfc.Normalize(result.ToString().TrimEnd(' '));
    }

    /// <summary>Letters and digits alone, lower case: <c>Client IP</c>, <c>client_ip</c> and <c>ClientIP</c> are one name.</summary>
    public static string Squeeze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    /// <summary>How many of something, in words: <c>1 visit</c>, <c>2,104 visits</c>.</summary>
    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>
    /// The first character that nobody can see, and which could therefore make two different names look alike or break a file that the
    /// text is written to later: controls, direction marks, zero-width joins, private use, halves of surrogate pairs.
    /// </summary>
    /// <returns>The code point as <c>U+202E</c>, or null.</returns>
    public static string? FindHidden(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var category = CharUnicodeInfo.GetUnicodeCategory(text, i);
            if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            {
                return CodePoint(text, i);
            }

            i += char.IsSurrogatePair(text, i) ? 1 : 0;
        }

        return null;
    }

    /// <summary>A character's number as people look it up.</summary>
    public static string CodePoint(string text, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"U+{(char.IsSurrogatePair(text, index) ? char.ConvertToUtf32(text, index) : text[index]):X4}");

    /// <summary>Others' words as a sentence among sentences: with a full stop where they end without one.</summary>
    public static string WithFullStop(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = text.TrimEnd();
        return said.Length == 0 || said[^1] is '.' or '!' or '?' or '…' ? said : said + ".";
    }

    /// <summary>Text short enough for a message; no surrogate pair is cut.</summary>
    public static string Shorten(string text, int length = 80)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= length)
        {
            return text;
        }

        var end = length > 0 && char.IsSurrogatePair(text, length - 1) ? length - 1 : length;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
