using System.Text.RegularExpressions;

namespace Rosewood.PolicyAdmin.Console.Binding;

/// <summary>A word of the command line that names a parameter: <c>-Name</c>, <c>-Name:value</c> or <c>-Name=value</c>.</summary>
/// <param name="Name">The name as typed, without its dash.</param>
/// <param name="Value">The value joined to it; null when there is none.</param>
/// <param name="Separator">What joined them, or NUL.</param>
internal readonly partial record struct ArgumentToken(string Name, string? Value, char Separator)
{
    /// <summary>
    /// Reads a word. Null for values: numbers such as <c>-5</c>, a dash alone, text with a space in its first part. Dashes that word
    /// processors make of a hyphen count as one, as in PowerShell.
    /// </summary>
    public static ArgumentToken? Read(string word)
    {
        if (word.Length < 2 || word[0] is not ('-' or '\u2013' or '\u2014' or '\u2015'))
        {
            return null;
        }

        var match = Pattern().Match(word);
        if (!match.Success)
        {
            return null;
        }

        var separator = match.Groups["separator"].ValueSpan;
        return separator.IsEmpty
            ? new ArgumentToken(match.Groups["name"].Value, null, '\0')
            : new ArgumentToken(match.Groups["name"].Value, match.Groups["value"].Value, separator[0]);
    }

    /// <summary>A second dash is let through here so that <c>--user</c> is answered as a wrong name, not taken as a value.</summary>
    [GeneratedRegex(@"\A[-\u2013-\u2015]{1,2}(?<name>[A-Za-z?][\w-]*)(?:(?<separator>[:=])(?<value>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
