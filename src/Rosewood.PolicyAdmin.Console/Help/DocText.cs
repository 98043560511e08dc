using System.Net;
using System.Text;

namespace Rosewood.PolicyAdmin.Console.Help;

/// <summary>Turns the XML of a documentation comment into plain text.</summary>
internal static class DocText
{
    private static readonly string[] Targets = ["cref=\"", "langword=\"", "name=\"", "href=\""];

    /// <summary>As one line.</summary>
    public static string Line(string xml) => string.Join(' ', Paragraphs(xml));

    /// <summary>As paragraphs.</summary>
    public static IReadOnlyList<string> Paragraphs(string xml)
    {
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        for (var at = 0; at < xml.Length;)
        {
            if (xml[at] != '<')
            {
                var next = xml.IndexOf('<', at) is var i and >= 0 ? i : xml.Length;
                text.Append(WebUtility.HtmlDecode(xml[at..next]));
                at = next;
                continue;
            }

            var end = xml.IndexOf('>', at);
            var tag = xml.AsSpan((at + 1)..end);
            if (tag is "para" or "/para" or "/item" || tag.StartsWith("list", StringComparison.Ordinal))
            {
                Break();
            }
            else
            {
                text.Append(Reference(tag));
            }

            at = end + 1;
        }

        Break();
        return paragraphs;

        void Break()
        {
            var words = text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                paragraphs.Add(string.Join(' ', words));
            }

            text.Clear();
        }
    }

    /// <summary>Lines of code with their common indentation taken away.</summary>
    public static IReadOnlyList<string> Code(string xml)
    {
        var lines = WebUtility.HtmlDecode(xml).Split('\n').Select(static l => l.TrimEnd()).ToList();
        lines.RemoveAll(static l => l.Length == 0);
        var indent = lines.Count == 0 ? 0 : lines.Min(static l => l.Length - l.TrimStart().Length);
        return [.. lines.Select(l => l[indent..])];
    }

    /// <summary>What an element such as <c>see</c> names: the last part of its target. A property is written as the parameter that it is.</summary>
    private static string Reference(ReadOnlySpan<char> tag)
    {
        foreach (var attribute in Targets)
        {
            var start = tag.IndexOf(attribute, StringComparison.Ordinal);
            if (start < 0)
            {
                continue;
            }

            var value = tag[(start + attribute.Length)..];
            value = value[..value.IndexOf('"')];
            var kind = value.Length > 2 && value[1] == ':' ? value[0] : ' ';
            if (kind == ' ')
            {
                return value.ToString();
            }

            var name = value[2..];
            name = name.IndexOf('(') is var bracket and >= 0 ? name[..bracket] : name;
            return string.Concat(kind == 'P' ? "-" : "", name[(name.LastIndexOf('.') + 1)..]);
        }

        return "";
    }
}
