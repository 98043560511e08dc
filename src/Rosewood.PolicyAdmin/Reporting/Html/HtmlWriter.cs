using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>
/// Writes HTML in which every text and every attribute value is cleaned and encoded: there is no way to write markup from data.
/// Names of elements and attributes are the program's own constants.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    private const int MostCharacters = 600;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document type.</summary>
    public void DocumentType() => output.Write("<!doctype html>\n");

    /// <summary>Opens an element; disposing of the result closes it.</summary>
    public OpenElement Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        return new OpenElement(output, element);
    }

    /// <summary>An element without content, such as <c>meta</c> or <c>rect</c>.</summary>
    public void Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(element, attributes);

    /// <summary>An element that holds a text.</summary>
    public void Element(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Open(element, attributes))
        {
            Text(text);
        }
    }

    /// <summary>A text; a word too long for a narrow column may be broken anywhere.</summary>
    public void Text(string text)
    {
        var clean = ReportText.Clean(text, MostCharacters);
        if (!ReportText.HasLongWord(clean))
        {
            Encoder.Encode(output, clean);
            return;
        }

        using (Open("span", ("class", "long")))
        {
            Encoder.Encode(output, clean);
        }
    }

    /// <summary>A name or other text from outside, kept apart from the direction of what is around it.</summary>
    public void Name(string text) => Element("bdi", string.IsNullOrWhiteSpace(text) ? "(blank)" : text);

    /// <summary>An element that may hold characters only, such as <c>title</c>.</summary>
    public void Characters(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Open(element, attributes))
        {
            Encoder.Encode(output, ReportText.Clean(text, MostCharacters));
        }
    }

    /// <summary>A link where the address is plain web, else the text alone.</summary>
    public void Link(string text, string? url)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        {
            Element("a", text, ("href", uri.AbsoluteUri), ("rel", "noopener noreferrer"));
        }
        else
        {
            Text(text);
        }
    }

    /// <summary>The program's own style sheet.</summary>
    public void Style(string css)
    {
        output.Write("<style>\n");
        output.Write(css);
        output.Write("</style>\n");
    }

    /// <summary>A line break in the source, for people who read it.</summary>
    public void Line() => output.Write('\n');

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Encoder.Encode(output, ReportText.Clean(value));
            output.Write('"');
        }

        output.Write('>');
    }
}

/// <summary>An element that is still open.</summary>
internal readonly struct OpenElement(TextWriter output, string element) : IDisposable
{
    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        output.Write("</");
        output.Write(element);
        output.Write('>');
    }
}
