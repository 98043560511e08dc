namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>How to read the report.</summary>
internal static class ReadingHtml
{
    public static void Write(HtmlWriter html)
    {
        using (html.Open("dl", ("class", "reading")))
        {
            foreach (var verdict in VerdictCounts.Order)
            {
                using (html.Open("div"))
                {
                    using (html.Open("dt"))
                    {
                        Glyphs.Label(html, verdict);
                    }

                    html.Element("dd", VerdictWords.Meaning(verdict));
                }
            }
        }

        using (html.Open("ul"))
        {
            html.Element("li", "A visit is all the traffic of one person, device and service with less than five minutes between. One visit may be thousands of hits; hits are no measure of use.");
            html.Element("li", "Durations run from the first to the last hit of a visit. They are estimates: a page left open looks long, a page read slowly looks short.");
            html.Element("li", "A verdict is judged by what held at that moment: the grants, roles, devices and session times of then, not of today.");
            html.Element("li", "Nothing here finds anyone guilty. Every incident is investigated in full before it is called anything (MIS-3).");
        }
    }
}
