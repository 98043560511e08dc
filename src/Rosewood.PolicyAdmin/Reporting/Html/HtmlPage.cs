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

    private static void Write(PageDocument page, TextWriter output) =>
        PageFrame.Write(output, $"{page.Title}, {page.School}", "page", html => WriteHeader(html, page), [.. page.Sections.Select(static s => new PagePart(s.Id, s.Title, h => WriteSection(h, s)))]);

    private static void WriteHeader(HtmlWriter html, PageDocument page)
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

    private static void WriteSection(HtmlWriter html, PageSection section)
    {
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
}
