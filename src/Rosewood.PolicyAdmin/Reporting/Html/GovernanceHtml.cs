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

/// <summary>The audit trail's head, to be kept elsewhere.</summary>
internal static class AuditHtml
{
    public static void Write(HtmlWriter html, AuditProof audit)
    {
        using (html.Open("div", ("class", audit.IsSound ? "banner good" : "banner holes")))
        using (html.Open("p", ("class", "statement")))
        {
            if (audit.IsSound)
            {
                Glyphs.Tick(html);
            }
            else
            {
                Glyphs.Warning(html);
            }

            html.Element("span", $"{Finding(audit)} {audit.Explanation}");
        }

        using (html.Open("p"))
        {
            html.Text("Its head when this report was made: ");
            html.Element("code", audit.Head, ("class", "head"));
        }

        html.Element("p", "Keep this page, or the head alone, where IT cannot write: with the minutes, say. Whoever rewrites the trail later cannot reach that copy. To check, run:");
        using (html.Open("p"))
        {
            html.Element("code", "Test-PolicyAudit -ExpectedHead " + audit.Head, ("class", "head"));
        }
    }

    private static string Finding(AuditProof audit) => audit switch
    {
        { IsSound: true } => $"The audit trail is whole: {ReportWords.Count(audit.Entries, "entry", "entries")}.",
        { Intact: true } => "The audit trail needs a look.",
        { BrokenAt: { } at } => $"The audit trail does not prove whole: it breaks at entry {ReportWords.Number(at)}.",
        _ => "The audit trail does not prove whole.",
    };
}

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
