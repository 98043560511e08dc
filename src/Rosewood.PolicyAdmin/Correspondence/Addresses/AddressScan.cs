using System.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Addresses;

/// <summary>Goes through the text of addresses with an eye on quotes, comments and brackets.</summary>
internal static class AddressScan
{
    /// <summary>Where an entry of a list ends: a comma or semicolon outside quotes, comments and brackets, or a group's colon.</summary>
    public static int EndOfEntry(ReadOnlySpan<char> text)
    {
        var isQuoted = false;
        var depth = 0;
        var isBracketed = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"' when depth == 0:
                    isQuoted = !isQuoted && text[(i + 1)..].Contains('"');
                    break;
                case '(' when !isQuoted:
                    depth += text[i..].Contains(')') ? 1 : 0;
                    break;
                case ')' when !isQuoted && depth > 0:
                    depth--;
                    break;
                case '<' or '[' when !isQuoted && depth == 0:
                    isBracketed = text[i..].ContainsAny('>', ']');
                    break;
                case '>' or ']' when !isQuoted:
                    isBracketed = false;
                    break;
                case ',' or ';' or '\r' or '\n' when !isQuoted && depth == 0 && !isBracketed:
                    return i;
                case ':' when !isQuoted && depth == 0 && !isBracketed && IsGroup(text[..i]):
                    return i;
                default:
                    break;
            }
        }

        return text.Length;
    }

    /// <summary>The last place of a character outside quotes; -1 when there is none.</summary>
    public static int Last(ReadOnlySpan<char> text, char wanted)
    {
        var last = -1;
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted && text[(i + 1)..].Contains('"');
            }
            else if (text[i] == wanted && !isQuoted)
            {
                last = i;
            }
        }

        return last;
    }

    /// <summary>The text without what stands in parentheses outside quotes.</summary>
    public static string WithoutComments(ReadOnlySpan<char> text)
    {
        if (!text.Contains('('))
        {
            return text.ToString();
        }

        var kept = new StringBuilder(text.Length);
        var isQuoted = false;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                if (depth == 0)
                {
                    kept.Append(c).Append(text[i + 1]);
                }

                i++;
                continue;
            }

            isQuoted ^= c == '"' && depth == 0;
            if (!isQuoted && c == '(')
            {
                depth++;
            }
            else if (!isQuoted && c == ')' && depth > 0)
            {
                depth--;
            }
            else if (depth == 0)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>What is inside quotes, backslashes undone.</summary>
    public static string Unquote(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
            kept.Append(text[i]);
        }

        return kept.ToString();
    }

    /// <summary>Whether what stands before a colon is a group's name, such as <c>Class 4</c>, rather than <c>smtp</c> or a route.</summary>
    private static bool IsGroup(ReadOnlySpan<char> before)
    {
        before = before.Trim();
        return !before.Contains('@')
            && !(before.Equals("smtp", StringComparison.OrdinalIgnoreCase) || before.Equals("mailto", StringComparison.OrdinalIgnoreCase)
                || before.Equals("x500", StringComparison.OrdinalIgnoreCase) || before.Equals("ex", StringComparison.OrdinalIgnoreCase)
                || before.Equals("sip", StringComparison.OrdinalIgnoreCase) || before.Equals("spo", StringComparison.OrdinalIgnoreCase)
                || before.Equals("eum", StringComparison.OrdinalIgnoreCase) || before.Equals("x400", StringComparison.OrdinalIgnoreCase));
    }
}
