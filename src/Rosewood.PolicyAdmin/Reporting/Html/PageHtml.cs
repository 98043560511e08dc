namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>A report's page: what needs doing stands above its parts.</summary>
internal static class PageHtml
{
    /// <summary>Writes the page.</summary>
    /// <param name="head">What stands above its parts.</param>
    /// <param name="parts">Its parts in order.</param>
    /// <param name="output">Where to.</param>
    public static void Write(PageHead head, IReadOnlyList<PagePart> parts, TextWriter output) => PageFrame.Write(
        output,
        $"{head.Title}, {head.School}, {head.Period.Words}",
        "report",
        html => WriteHeader(html, head),
        parts,
        html =>
        {
            html.Name(head.School);
            html.Text($" · {head.Period.Words} · made on {ReportWords.LongMoment(head.MadeAt)}");
        });

    private static void WriteHeader(HtmlWriter html, PageHead head)
    {
        using (html.Open("p", ("class", "school")))
        {
            html.Name(head.School);
        }

        html.Element("h1", head.Title);
        html.Element("p", head.Period.Words, ("class", "period"));
        using (html.Open("p", ("class", "made")))
        {
            html.Text($"{ReportWords.Sentence(head.Period.Name)}. Made on {ReportWords.LongMoment(head.MadeAt)}");
            if (head.MadeBy is { } by)
            {
                html.Text(" by ");
                html.Name(by);
            }

            html.Text($". {head.Note}");
        }

        WriteToDo(html, head.Decisions);
    }

    /// <summary>What needs doing, before anything is scrolled: how many things, and the first of them.</summary>
    private static void WriteToDo(HtmlWriter html, ReportDecisions decisions)
    {
        // One more is shown rather than a line that says there is one more.
        const int First = 3;
        using (html.Open("div", ("class", decisions.Items.Count == 0 ? "todo none" : "todo")))
        {
            if (decisions.Items.Count == 0)
            {
                html.Element("p", "Nothing needs doing by what could be seen.", ("class", "todo-title"));
                return;
            }

            var all = decisions.Items.Count + decisions.LeftOut;
            html.Element("p", $"What needs doing: {ReportWords.Count(all, "thing", "things")}", ("class", "todo-title"));
            var groups = decisions.ByAdvice().ToList();
            var isWhole = groups.Count <= First + 1 && decisions.LeftOut == 0;
            using (html.Open("ul"))
            {
                foreach (var alike in groups.Take(isWhole ? groups.Count : First))
                {
                    using (html.Open("li"))
                    {
                        WriteSubjects(html, alike);
                        html.Text(": " + alike[0].Next);
                    }
                }
            }

            html.Element("a", isWhole ? "With what was seen" : $"All {ReportWords.Number(all)}, with what was seen", ("href", "#decisions"));
        }
    }

    private static void WriteSubjects(HtmlWriter html, IReadOnlyList<ReportDecision> alike)
    {
        const int Most = 5;
        using (html.Open("strong"))
        {
            for (var i = 0; i < Math.Min(alike.Count, Most); i++)
            {
                html.Text(i == 0 ? "" : "; ");
                html.Name(alike[i].Subject);
            }

            html.Text(alike.Count > Most ? $" and {ReportWords.Number(alike.Count - Most)} more" : "");
        }
    }
}

/// <summary>What stands above a report's parts.</summary>
/// <param name="Title">The report's title.</param>
/// <param name="School">The school.</param>
/// <param name="Period">The period.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who made it; null: not told to this audience.</param>
/// <param name="Note">For whom it is, and to whom it must not go.</param>
/// <param name="Decisions">What needs doing.</param>
internal sealed record PageHead(string Title, string School, ReportPeriod Period, DateTimeOffset MadeAt, string? MadeBy, string Note, ReportDecisions Decisions);
