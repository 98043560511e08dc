using System.Text;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Writes a <see cref="PageDocument"/> in the look of the report: one self-contained file, every text encoded.</summary>
internal static class HtmlPage
{
    /// <summary>The page as UTF-8.</summary>
    public static byte[] ToBytes(PageDocument page)
    {
        using var bytes = new MemoryStream();
        using (var output = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            Write(page, output);
        }

        return bytes.ToArray();
    }

    private static void Write(PageDocument page, TextWriter output)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.Open("html", ("lang", "en-GB")))
        {
            HtmlHead.Write(html, $"{page.Title}, {page.School}");
            html.Line();
            using (html.Open("body"))
            {
                html.Element("a", "Skip to the page", ("class", "skip"), ("href", "#report"));
                WriteHeader(html, page);
                using (html.Open("div", ("class", "page")))
                {
                    WriteContents(html, page);
                    using (html.Open("main", ("id", "report"), ("tabindex", "-1")))
                    {
                        foreach (var section in page.Sections)
                        {
                            WriteSection(html, section);
                        }
                    }
                }
            }
        }

        html.Line();
    }

    private static void WriteHeader(HtmlWriter html, PageDocument page)
    {
        using (html.Open("header", ("class", "masthead")))
        using (html.Open("div", ("class", "inner")))
        {
            using (html.Open("p", ("class", "school")))
            {
                html.Name(page.School);
            }

            html.Element("h1", page.Title);
            using (html.Open("p", ("class", "period")))
            {
                html.Name(page.Subtitle);
            }

            using (html.Open("p", ("class", "made")))
            {
                html.Name(page.Made);
            }
        }

        html.Line();
    }

    private static void WriteContents(HtmlWriter html, PageDocument page)
    {
        using (html.Open("nav", ("aria-label", "Contents")))
        using (html.Open("ol"))
        {
            foreach (var section in page.Sections)
            {
                using (html.Open("li"))
                {
                    html.Element("a", section.Title, ("href", "#" + section.Id));
                }
            }
        }

        html.Line();
    }

    private static void WriteSection(HtmlWriter html, PageSection section)
    {
        using (html.Open("section", ("id", section.Id), ("aria-labelledby", section.Id + "-title")))
        {
            html.Element("h2", section.Title, ("id", section.Id + "-title"));
            html.Line();
            foreach (var paragraph in section.Paragraphs)
            {
                html.Element("p", paragraph);
            }

            foreach (var table in section.Tables)
            {
                var writer = new HtmlTable(html, [.. table.Columns.Select(static c => new HtmlColumn(c))]);
                writer.Write(table.Caption, () => writer.Body(() =>
                {
                    foreach (var row in table.Rows)
                    {
                        writer.Row([.. row.Select(cell => (Action)(() => html.Name(cell)))]);
                    }
                }));
            }
        }

        html.Line();
    }
}
