namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Work logins (LOG-1): first what was looked at and what could not be seen, then what was found.</summary>
internal static class LoginHtml
{
    private const int MostCases = 40;
    private const int MostSources = 30;

    public static void Write(HtmlWriter html, ReportLogins logins)
    {
        WriteStatement(html, logins);
        if (logins.ReviewId is null)
        {
            return;
        }

        WriteSources(html, logins);
        WriteCases(html, logins);
        html.Element("h3", "Counted, not named");
        html.Element(
            "p",
            $"Possibly shared logins of people on the roster: {ReportWords.Count(logins.Possible, "login", "logins")}. Of accounts that are nobody’s on the roster, shared or possible: {logins.NotOnRoster}."
                + (logins.Dismissed == 0 ? "" : $" {ReportWords.Sentence(ReportWords.Count(logins.Dismissed, "finding", "findings"))} {ReportWords.Agree(logins.Dismissed, "was", "were")} held back by a dismissal; Get-FindingSuppression lists them with their reasons.")
                + (logins.TakenOut == 0 ? "" : $" {ReportWords.Sentence(ReportWords.Count(logins.TakenOut, "finding", "findings"))} of this review {ReportWords.Agree(logins.TakenOut, "is", "are")} no longer kept."));
        if (logins.Declared.Count > 0)
        {
            html.Element("h3", "Shared by the school’s own decision");
            html.Element("p", "These accounts are declared as shared in policy.json (kiosks, services). They are not judged.");
            using (html.Open("ul"))
            {
                foreach (var account in logins.Declared)
                {
                    using (html.Open("li"))
                    {
                        html.Name(account);
                    }
                }
            }
        }
    }

    private static void WriteStatement(HtmlWriter html, ReportLogins logins)
    {
        var isWhole = logins is { Reviewed: true, Blind.Count: 0 };
        using (html.Open("div", ("class", isWhole ? "banner good" : "banner holes")))
        {
            using (html.Open("p", ("class", "statement")))
            {
                if (isWhole)
                {
                    Glyphs.Tick(html);
                }
                else
                {
                    Glyphs.Warning(html);
                }

                html.Element("span", logins.Statement);
            }

            if (logins.Next is { } next)
            {
                html.Element("p", next, ("class", "detail"));
            }

            if (logins.Blind.Count > 0)
            {
                html.Element("p", "What could not be seen:", ("class", "detail"));
                using (html.Open("ul", ("class", "holes")))
                {
                    foreach (var sentence in logins.Blind)
                    {
                        html.Element("li", sentence);
                    }
                }
            }
        }
    }

    private static void WriteSources(HtmlWriter html, ReportLogins logins)
    {
        html.Element("h3", "What was looked at");
        if (logins.Sources.Count == 0)
        {
            html.Element("p", "No source is named in the review.");
            return;
        }

        var table = new HtmlTable(html, new HtmlColumn("Source"), new HtmlColumn("From"), new HtmlColumn("Until"), new HtmlColumn("Records", IsNumber: true));
        table.Write(
            $"Sources of review {logins.ReviewId}",
            () => table.Body(() =>
            {
                foreach (var source in logins.Sources.Take(MostSources))
                {
                    table.Row(
                        () => html.Name(source.Kind),
                        () => html.Text(source.From is { } from ? ReportWords.Moment(from) : "not known"),
                        () => html.Text(source.Until is { } until ? ReportWords.Moment(until) : "not known"),
                        () => html.Text(ReportWords.Number(source.Records)));
                }
            }),
            isHeaded: true);
        if (logins.Sources.Count > MostSources)
        {
            html.Element("p", $"{ReportWords.Number(logins.Sources.Count - MostSources)} more sources are left out; -Format Csv has them all.", ("class", "note"));
        }
    }

    private static void WriteCases(HtmlWriter html, ReportLogins logins)
    {
        html.Element("h3", logins.Shared.Count == 0 ? "Logins that seem to be shared" : $"Logins that seem to be shared: {ReportWords.Number(logins.Shared.Count)}");
        if (logins.Shared.Count == 0)
        {
            html.Element("p", logins.Reviewed ? "None of a member of staff, in what was looked at." : "None of a member of staff in the last review, which did not look at this period.");
            return;
        }

        html.Element("p", "Each is a reason to ask, never a proof: the likelihood comes from how seldom such traces are innocent. Whoever is named here has a right to be heard first.", ("class", "lead"));
        if (logins.Shared.Any(static l => l.BestDay is not null))
        {
            LoginPicture.WriteLegend(html);
        }

        for (var i = 0; i < Math.Min(logins.Shared.Count, MostCases); i++)
        {
            WriteCase(html, logins.Shared[i]);
        }

        if (logins.Shared.Count > MostCases)
        {
            html.Element("p", $"{ReportWords.Number(logins.Shared.Count - MostCases)} more are left out here; -Format Csv has them all.", ("class", "note"));
        }
    }

    private static void WriteCase(HtmlWriter html, ReportLogin login)
    {
        using (html.Open("div", ("class", "case")))
        {
            using (html.Open("h4"))
            {
                html.Name(login.Person);
            }

            using (html.Open("p"))
            {
                html.Element("strong", ReportWords.Sentence(login.LikelihoodInWords));
                html.Text($" that more than one person uses the login. Seen from {ReportWords.Moment(login.First)} to {ReportWords.Moment(login.Last)}");
                html.Text(login.Devices.Count == 0 ? ". " : $", on {ReportWords.List(login.Devices)}. ");
                html.Element("span", "LOG-1", ("class", "clause"));
            }

            WriteList(html, "What was seen", login.Evidence);
            if (login.BestDay is { Lanes.Count: > 0 } day)
            {
                LoginPicture.Write(html, login.Person, day);
            }

            WriteList(html, "Innocent explanations that were tested", login.InnocentExplanations);
        }

        html.Line();
    }

    private static void WriteList(HtmlWriter html, string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        html.Element("p", title, ("class", "list-title"));
        using (html.Open("ul"))
        {
            foreach (var sentence in sentences)
            {
                html.Element("li", sentence);
            }
        }
    }
}
