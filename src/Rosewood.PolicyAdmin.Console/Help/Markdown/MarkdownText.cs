using System.Text;

namespace Rosewood.PolicyAdmin.Console.Help.Markdown;

/// <summary>Plain text as Markdown shows it: what would mean something there is escaped.</summary>
internal static class MarkdownText
{
    private const string Meaning = "\\`*_[]<>|";

    /// <summary>The first line of each page that is made, by which a page is known as one.</summary>
    public const string Mark = "<!-- Made from the XML documentation in src by 'rosewood help -Export docs/en-US -As Markdown': change it there. -->";

    /// <summary>A text in one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Meaning.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Paragraphs with an empty line behind each.</summary>
    public static StringBuilder Paragraphs(this StringBuilder page, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            page.Append(Escape(text)).Append("\n\n");
        }

        return page;
    }

    /// <summary>A block of code with an empty line behind it.</summary>
    public static StringBuilder Code(this StringBuilder page, string language, IEnumerable<string> lines)
    {
        page.Append("```").Append(language).Append('\n');
        foreach (var line in lines)
        {
            page.Append(line).Append('\n');
        }

        return page.Append("```\n\n");
    }

    /// <summary>A heading with an empty line behind it.</summary>
    public static StringBuilder Heading(this StringBuilder page, int level, string text) => page.Append('#', level).Append(' ').Append(text).Append("\n\n");
}
