namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>What SLT decides or looks over, numbered so that minutes can refer to it.</summary>
internal static class DecisionHtml
{
    /// <param name="html">Where to.</param>
    /// <param name="decisions">What it is.</param>
    /// <param name="isEvidenceComplete">Whether no hole in the evidence is known.</param>
    public static void Write(HtmlWriter html, ReportDecisions decisions, bool isEvidenceComplete)
    {
        if (decisions.Items.Count == 0)
        {
            html.Element("p", isEvidenceComplete ? "Nothing needs a decision." : "In what could be seen, nothing needs a decision but the holes in the evidence themselves.");
            return;
        }

        html.Element(
            "p",
            $"{ReportWords.Sentence(ReportWords.Count(decisions.Items.Count, "thing", "things"))} to decide or look over. This report says what was seen; what it amounts to is for people to say.",
            ("class", "lead"));
        using (html.Open("ol", ("class", "decisions"), ("role", "list")))
        {
            foreach (var alike in decisions.ByAdvice())
            {
                foreach (var item in alike)
                {
                    WriteItem(html, item, item == alike[^1] ? alike : null);
                }
            }
        }

        if (decisions.LeftOut > 0)
        {
            html.Element("p", $"And {ReportWords.Number(decisions.LeftOut)} more of the same kinds, left out here to keep the report readable; the sections below count them.", ("class", "note"));
        }
    }

    private static void WriteItem(HtmlWriter html, ReportDecision item, IReadOnlyList<ReportDecision>? advised)
    {
        using (html.Open("li"))
        {
            html.Element("span", ReportWords.Number(item.Number), ("class", "ordinal"));
            using (html.Open("div"))
            {
                using (html.Open("h3"))
                {
                    html.Name(item.Subject);
                }

                html.Element("p", item.What);
                if (advised is not null)
                {
                    WriteNext(html, advised);
                }
            }
        }

        html.Line();
    }

    private static void WriteNext(HtmlWriter html, IReadOnlyList<ReportDecision> advised)
    {
        var (first, last) = (ReportWords.Number(advised[0].Number), ReportWords.Number(advised[^1].Number));
        using (html.Open("p", ("class", "next")))
        {
            html.Text(advised.Count switch { 1 => "", 2 => $"For both {first} and {last}: ", _ => $"For each of {first} to {last}: " });
            html.Text(advised[0].Next);
            html.Text(" ");
            html.Element("span", advised[0].Clause, ("class", "clause"));
        }
    }
}
