using Rosewood.PolicyAdmin.Governance;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Each clause of the policy with what stands behind it, and the policies that it is read with.</summary>
internal static class ClauseHtml
{
    /// <param name="html">Where to.</param>
    /// <param name="clauses">The clauses.</param>
    /// <param name="related">The policies that this one is read with; empty: they are left out.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<PolicyControl> clauses, IReadOnlyList<RelatedPolicy> related)
    {
        if (clauses.Count > 0)
        {
            WriteClauses(html, clauses);
        }

        if (related.Count == 0)
        {
            return;
        }

        html.Element("h3", "Read together with");
        using (html.Open("ul"))
        {
            foreach (var policy in related)
            {
                using (html.Open("li"))
                {
                    html.Link(policy.Name, policy.Url);
                }
            }
        }
    }

    private static void WriteClauses(HtmlWriter html, IReadOnlyList<PolicyControl> clauses)
    {
        var shows = clauses.Any(static c => c.Evidence.Length > 0);
        html.Element("p", "What stands behind each clause today. What nothing covers is said here too." + (shows ? "" : " The evidence is made of counts, small ones among them, and is left out."), ("class", "lead"));
        HtmlColumn[] columns = [new("Clause"), new("Rule"), new("Status"), new("Evidence")];
        var table = new HtmlTable(html, shows ? columns : columns[..3]);
        table.Write("The policy clause by clause", () => table.Body(() =>
        {
            foreach (var clause in clauses)
            {
                Action[] cells =
                [
                    () =>
                    {
                        using (html.Open("span", ("class", "clause")))
                        {
                            html.Name(clause.Clause);
                        }
                    },
                    () => html.Text(clause.Rule),
                    () => html.Element("span", StatusName(clause.Status), ("class", clause.Status == ControlStatus.NotCovered ? "status open" : "status")),
                    () =>
                    {
                        html.Text(clause.Evidence);
                        if (clause.EvidenceAt is { } at)
                        {
                            html.Element("span", ReportWords.Moment(at), ("class", "detail"));
                        }
                    },
                ];
                table.Row(shows ? cells : cells[..3]);
            }
        }));
    }

    private static string StatusName(ControlStatus status) => status == ControlStatus.NotCovered ? "Not covered" : status.ToString();
}
