using System.Text;
using System.Text.RegularExpressions;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Tests.Docs;

/// <summary>A command of ours as a page quotes it.</summary>
/// <param name="Page">The page, below the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Name">Its Verb-Noun.</param>
/// <param name="Words">What stands behind it, as a shell would cut it.</param>
/// <param name="IsFed">Whether another command's output goes into it.</param>
public sealed partial record QuotedCommand(string Page, int Line, string Name, IReadOnlyList<string> Words, bool IsFed)
{
    private static readonly HashSet<string> Known = CommandTable.All.Select(static c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line} {Name} {string.Join(' ', Words)}";

    /// <summary>Those in a page's blocks of code.</summary>
    public static IEnumerable<QuotedCommand> InBlocks(string page, string text)
    {
        var (isCode, number, joined) = (false, 0, "");
        foreach (var line in text.Split('\n').Select(static l => l.Trim()))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                (isCode, joined) = (!isCode, "");
                continue;
            }

            joined += line;
            if (isCode && line.EndsWith('\\'))
            {
                joined = joined[..^1];
                continue;
            }

            foreach (var command in isCode ? Of(page, number, joined) : [])
            {
                yield return command;
            }

            joined = "";
        }
    }

    /// <summary>Those between single backticks in a page's sentences; what a sentence leaves out, they lack too.</summary>
    public static IEnumerable<QuotedCommand> InSentences(string page, string text) =>
        text.Split('\n').SelectMany((line, index) => Span().Matches(line).SelectMany(m => Of(page, index + 1, m.Groups["code"].Value)));

    private static IEnumerable<QuotedCommand> Of(string page, int line, string text)
    {
        var parts = Cut(text);
        for (var i = 0; i < parts.Count; i++)
        {
            var words = parts[i];
            var at = Enumerable.Range(0, words.Count).FirstOrDefault(n => n == 0 ? Known.Contains(words[0]) : VerbNoun().IsMatch(words[n]) && ProgramName().IsMatch(words[n - 1]), -1);
            if (at >= 0)
            {
                yield return new QuotedCommand(page, line, words[at], words[(at + 1)..], i > 0);
            }
        }
    }

    /// <summary>The commands of a line, cut into words: quotes hold together, <c>|</c>, <c>;</c> and <c>&amp;&amp;</c> part, a comment or a redirection ends.</summary>
    private static List<List<string>> Cut(string text)
    {
        var parts = new List<List<string>> { new() };
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Value;
            if (word[0] is '#' or '>' || word.StartsWith("2>", StringComparison.Ordinal))
            {
                break;
            }

            if (word is "|" or ";" or "&&" or "||")
            {
                parts.Add([]);
                continue;
            }

            var plain = new StringBuilder();
            foreach (Match piece in Piece().Matches(word))
            {
                plain.Append(piece.Value[0] is '\'' or '"' ? piece.Value[1..^1] : piece.Value);
            }

            parts[^1].Add(plain.ToString());
            if (word.EndsWith(';'))
            {
                parts[^1][^1] = parts[^1][^1][..^1];
                parts.Add([]);
            }
        }

        return parts;
    }

    [GeneratedRegex("(?<!`)`(?<code>[^`]+)`(?!`)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();

    [GeneratedRegex("""(?:'[^']*'|"[^"]*"|[^\s'"])+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("""'[^']*'|"[^"]*"|[^'"]+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^(ExecStart=)?(\S*[/\\])?rosewood(\.exe)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProgramName();

    [GeneratedRegex("^[A-Z][A-Za-z]+-[A-Z][A-Za-z]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VerbNoun();
}
