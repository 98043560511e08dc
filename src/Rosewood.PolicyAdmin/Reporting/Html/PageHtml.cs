namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>One self-contained page: no script, nothing fetched, readable on a phone, in the dark and on paper.</summary>
internal static class PageHtml
{
    /// <summary>Writes the page.</summary>
    /// <param name="head">What stands above its parts.</param>
    /// <param name="parts">Its parts in order.</param>
    /// <param name="output">Where to.</param>
    public static void Write(PageHead head, IReadOnlyList<PagePart> parts, TextWriter output)
    {
        var html = new HtmlWriter(output);
        html.DocumentType();
        using (html.Open("html", ("lang", "en-GB")))
        {
            HtmlHead.Write(html, $"{head.Title}, {head.School}, {head.Period.Words}");
            html.Line();
            using (html.Open("body"))
            {
                html.Element("a", "Skip to the report", ("class", "skip"), ("href", "#report"));
                WriteHeader(html, head);
                using (html.Open("div", ("class", "page")))
                {
                    WriteContents(html, parts);
                    using (html.Open("main", ("id", "report"), ("tabindex", "-1")))
                    {
                        foreach (var part in parts)
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
                }

                WriteFooter(html, head);
            }
        }

        html.Line();
    }

    private static void WriteHeader(HtmlWriter html, PageHead head)
    {
        using (html.Open("header", ("class", "masthead")))
        using (html.Open("div", ("class", "inner")))
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

        html.Line();
    }

    /// <summary>What needs doing, before anything is scrolled: how many things, and the first of them.</summary>
    private static void WriteToDo(HtmlWriter html, ReportDecisions decisions)
    {
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
            using (html.Open("ol"))
            {
                foreach (var item in decisions.Items.Take(First))
                {
                    using (html.Open("li"))
                    {
                        using (html.Open("strong"))
                        {
                            html.Name(item.Subject);
                        }

                        html.Text(": " + item.Next);
                    }
                }
            }

            html.Element("a", all > First ? $"All {ReportWords.Number(all)}, with what was seen" : "With what was seen", ("href", "#decisions"));
        }
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

    private static void WriteFooter(HtmlWriter html, PageHead head)
    {
        using (html.Open("footer"))
        {
            using (html.Open("p"))
            {
                html.Name(head.School);
                html.Text($" · {head.Period.Words} · made on {ReportWords.LongMoment(head.MadeAt)}");
            }
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

/// <summary>A part of a page.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Write">Writes what is in it.</param>
internal sealed record PagePart(string Id, string Title, Action<HtmlWriter> Write);
