using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// Makes what could steer a terminal, or show text in another order than it has, visible: user agents, addresses and names come from
/// outside. Control characters become their pictures (␛), the rest <c>\u</c> and their number.
/// </summary>
public static class VisibleText
{
    /// <summary>The text as a line that nothing in it can steer; line breaks are made visible too.</summary>
    /// <param name="text">The text; null is none.</param>
    public static string Of(string? text)
    {
        text ??= "";
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsCare(text, i))
            {
                return Rewrite(text, i);
            }
        }

        return text;
    }

    /// <summary>The same for a message, whose line breaks stay.</summary>
    /// <param name="text">The message.</param>
    public static string Lines(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join('\n', text.Split('\n').Select(Of));
    }

    private static string Rewrite(string text, int from)
    {
        var result = new StringBuilder(text, 0, from, text.Length + 16);
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (!NeedsCare(text, i))
            {
                result.Append(c);
            }
            else if (c < 0x20)
            {
                result.Append((char)(0x2400 + c));
            }
            else if (c == 0x7F)
            {
                result.Append('\u2421');
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        return result.ToString();
    }

    private static bool NeedsCare(string text, int index)
    {
        var c = text[index];
        if (c < 0x7F)
        {
            return c < 0x20;
        }

        return c switch
        {
            <= '\u009F' => true, // DEL and C1 controls
            '\u00AD' or '\u061C' or '\u180E' => true, // soft hyphen, Arabic letter mark, Mongolian vowel separator
            '\u200B' or '\u200E' or '\u200F' => true, // zero-width space, direction marks (joiners belong to scripts and emoji)
            >= '\u2028' and <= '\u202E' => true, // line separators, direction overrides
            >= '\u2060' and <= '\u206F' => true, // invisible operators, direction isolates
            '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB') => true, // byte order mark, annotations
            _ when char.IsHighSurrogate(c) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
            _ when char.IsLowSurrogate(c) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
            _ => false,
        };
    }
}
