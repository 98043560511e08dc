using System.Globalization;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>How complete the evidence is: the first thing in the report.</summary>
internal static class EvidenceHtml
{
    public static void Write(HtmlWriter html, ReportEvidence evidence)
    {
        using (html.Open("div", ("class", evidence.Complete ? "banner good" : "banner holes")))
        {
            using (html.Open("p", ("class", "statement")))
            {
                if (evidence.Complete)
                {
                    Glyphs.Tick(html);
                }
                else
                {
                    Glyphs.Warning(html);
                }

                html.Element("span", evidence.Statement);
            }

            if (evidence.Holes.Count > 0)
            {
                WriteHoles(html, evidence);
            }
        }
    }

    private static void WriteHoles(HtmlWriter html, ReportEvidence evidence)
    {
        using (html.Open("ul", ("class", "holes")))
        {
            foreach (var hole in evidence.Holes)
            {
                using (html.Open("li"))
                {
                    html.Element("strong", hole.Name);
                    if (hole.Source is { } source)
                    {
                        html.Text(" · ");
                        html.Name(FileName(source));
                    }

                    if (hole.Share is { } share)
                    {
                        html.Text(" · " + Percent(share));
                    }

                    html.Element("span", $"{ReportWords.Moment(hole.From)} to {ReportWords.Moment(hole.Until)}", ("class", "when"));
                    html.Element("span", hole.Explanation, ("class", "detail"));
                }

                html.Line();
            }
        }

        if (evidence.HolesLeftOut > 0)
        {
            html.Element("p", $"And {ReportWords.Count(evidence.HolesLeftOut, "more hole", "more holes")}: Get-FirewallLogCoverage lists them all.", ("class", "note"));
        }
    }

    // A log's path says nothing to SLT; the CSV and JSON keep it whole.
    private static string FileName(string source)
    {
        var name = source[(source.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return name.Length == 0 ? source : name;
    }

    private static string Percent(double share) => share switch
    {
        <= 0 => "none of the traffic",
        < 0.01 => "under 1% of the traffic",
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}% of the traffic"),
    };
}
