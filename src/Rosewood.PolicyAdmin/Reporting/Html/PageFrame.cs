namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>What every page has around its parts: head, skip link, masthead, contents, one section a part. One self-contained file: no script, nothing fetched, readable on a phone, in the dark and on paper.</summary>
internal static class PageFrame
{
    /// <summary>Writes a page.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="title">The title of the window.</param>
    /// <param name="kind">What it is, in the skip link: <c>report</c>, <c>page</c>.</param>
    /// <param name="masthead">Writes what stands above its parts.</param>
    /// <param name="parts">Its parts in order.</param>
    /// <param name="footer">Writes what stands below them; null: nothing.</param>
    public static void Write(TextWriter output, string title, string kind, Action<HtmlWriter> masthead, IReadOnlyList<PagePart> parts, Action<HtmlWriter>? footer = null)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.Open("html", ("lang", "en-GB")))
        {
            HtmlHead.Write(html, title);
            html.Line();
            using (html.Open("body"))
            {
                html.Element("a", $"Skip to the {kind}", ("class", "skip"), ("href", "#report"));
                using (html.Open("header", ("class", "masthead")))
                using (html.Open("div", ("class", "inner")))
                {
                    masthead(html);
                }

                html.Line();
                using (html.Open("div", ("class", "page")))
                {
                    WriteContents(html, parts);
                    using (html.Open("main", ("id", "report"), ("tabindex", "-1")))
                    {
                        foreach (var part in parts)
                        {
                            WritePart(html, part);
                        }
                    }
                }

                if (footer is not null)
                {
                    using (html.Open("footer"))
                    using (html.Open("p"))
                    {
                        footer(html);
                    }
                }
            }
        }

        html.Line();
    }

    private static void WriteContents(HtmlWriter html, IReadOnlyList<PagePart> parts)
    {
        using (html.Open("nav", ("aria-label", "Contents")))
        using (html.Open("ol"))
        {
            foreach (var part in parts)
            {
                using (html.Open("li"))
                {
                    html.Element("a", part.Title, ("href", "#" + part.Id));
                }
            }
        }

        html.Line();
    }

    private static void WritePart(HtmlWriter html, PagePart part)
    {
        using (html.Open("section", ("id", part.Id), ("aria-labelledby", part.Id + "-title")))
        {
            html.Element("h2", part.Title, ("id", part.Id + "-title"));
            html.Line();
            part.Write(html);
        }

        html.Line();
    }
}

/// <summary>A part of a page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Write">Writes what is in it.</param>
internal sealed record PagePart(string Id, string Title, Action<HtmlWriter> Write);
