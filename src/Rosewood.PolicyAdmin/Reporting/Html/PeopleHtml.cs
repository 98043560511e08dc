namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>The standing authorisation and its use.</summary>
internal static class StandingHtml
{
    public static void Write(HtmlWriter html, ReportStanding standing)
    {
        if (!standing.Holds)
        {
            html.Element("p", "The school has the standing authorisation switched off: the head and deputy need a grant like everyone else.");
            return;
        }

        if (standing.Holders.Count == 0)
        {
            html.Element("p", "Nobody on the roster holds the role of head teacher or deputy head, so nobody has it.");
            return;
        }

        html.Element("p", "By their role, these people may use social media on school mobiles for meaningful contact with families.", ("class", "lead"));
        var table = new HtmlTable(
            html,
            new HtmlColumn("Person"),
            new HtmlColumn("Role"),
            new HtmlColumn("Visits that it covered", IsNumber: true),
            new HtmlColumn("Services"));
        table.Write("Holders of the standing authorisation (USE-3)", () => table.Body(() =>
        {
            foreach (var holder in standing.Holders)
            {
                table.Row(
                    () => html.Name(holder.Person),
                    () => html.Text(holder.Role),
                    () => html.Text(ReportWords.Number(holder.Visits)),
                    () => html.Text(holder.Services.Count == 0 ? "none" : ReportWords.List(holder.Services)));
            }
        }));
    }
}

/// <summary>The services that the policy names (SAF-2).</summary>
internal static class NamedServiceHtml
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        html.Element("p", "The policy names these because groomers are known to use them (SAF-2). Use by staff is no sign of that; signs go to the designated safeguarding lead, never through this report.", ("class", "lead"));
        if (report.NamedServices.Count == 0)
        {
            html.Element("p", "The catalogue flags no service as named in the policy.");
            return;
        }

        var table = new HtmlTable(html, HtmlTable.CountColumns("Service"));
        table.Write(
            "Visits to the services that the policy names, by verdict",
            () => table.Body(() =>
            {
                foreach (var service in report.NamedServices)
                {
                    table.CountRow(service.Service, service.Visits);
                }
            }),
            "dense");
    }
}

/// <summary>Own devices (USE-2): of staff, and of guests and pupils.</summary>
internal static class OwnDeviceHtml
{
    private const int MostRows = 100;

    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        var own = report.OwnDevices;
        var (noUser, notOnRoster, ambiguous) = (report.Unnamed.NoUser, report.Unnamed.NotOnRoster, report.Unnamed.Ambiguous);
        var permittedOfNobody = noUser.PersonalPermitted + notOnRoster.PersonalPermitted;
        var inSessionOfNobody = noUser.PersonalInSession + notOnRoster.PersonalInSession;
        html.Element(
            "p",
            $"{ReportWords.Sentence(ReportWords.Count(own.Permitted, "visit", "visits"))} before or after school, in breaks or at lunch: the policy allows {ReportWords.Agree(own.Permitted, "it", "them")}, "
                + $"so {ReportWords.Agree(own.Permitted, "it is", "they are")} counted and nobody is named (USE-2)."
                + (permittedOfNobody == 0 ? "" : $" {ReportSummary.Nobodys(permittedOfNobody)}."),
            ("class", "lead"));
        if (own.InSession == 0)
        {
            html.Element("p", report.Evidence.Complete ? "None was in session." : "None in session was seen in what could be seen.");
            return;
        }

        html.Element(
            "p",
            $"{ReportWords.Sentence(ReportWords.Count(own.InSession, "visit", "visits"))} {ReportWords.Agree(own.InSession, "was", "were")} in session"
                + (inSessionOfNobody == 0 ? "" : $"; {ReportSummary.Nobodys(inSessionOfNobody)}")
                + (ambiguous.PersonalInSession == 0 ? "." : $"; of {ReportWords.Number(ambiguous.PersonalInSession)} the login fits more than one member of staff."));
        if (own.InSessionGroups.Count == 0)
        {
            return;
        }

        var table = new HtmlTable(
            html,
            new HtmlColumn("Person"),
            new HtmlColumn("Service"),
            new HtmlColumn("Visits", IsNumber: true),
            new HtmlColumn("Estimated time", IsNumber: true),
            new HtmlColumn("First"),
            new HtmlColumn("Last"));
        table.Write("Use of own devices in session, by person and service", () => table.Body(() =>
        {
            foreach (var group in own.InSessionGroups.Take(MostRows))
            {
                table.Row(
                    () => html.Name(group.Person),
                    () => html.Name(group.Service),
                    () => html.Text(ReportWords.Number(group.Visits)),
                    () => html.Text(ReportWords.About(group.EstimatedTime)),
                    () => html.Text(ReportWords.Moment(group.First)),
                    () => html.Text(ReportWords.Moment(group.Last)));
            }
        }));
        if (own.InSessionGroups.Count > MostRows)
        {
            html.Element("p", $"{ReportWords.Number(own.InSessionGroups.Count - MostRows)} more pairs of person and service are left out; -Format Csv has every visit.", ("class", "note"));
        }
    }
}

/// <summary>Visits for which nobody on the roster is known.</summary>
internal static class UnnamedHtml
{
    public static void Write(HtmlWriter html, ReportUnnamed unnamed)
    {
        html.Element("p", "Accounts that are not on the staff roster may be pupils’. They are counted and never named.", ("class", "lead"));
        var table = new HtmlTable(html, HtmlTable.CountColumns("Whose"));
        table.Write(
            "Visits for which nobody on the roster is known",
            () => table.Body(() =>
            {
                table.CountRow(ReportWords.Sentence(ReportWords.Count(unnamed.Accounts, "account", "accounts") + " not on the roster"), unnamed.NotOnRoster);
                table.CountRow("The log shows no user", unnamed.NoUser);
                if (unnamed.Ambiguous.Total > 0)
                {
                    table.CountRow("The login fits more than one member of staff", unnamed.Ambiguous);
                }
            }),
            "dense");
        if (unnamed.Ambiguous.Total > 0)
        {
            html.Element("p", "Where a login fits more than one member of staff, give the roster full login names; nobody is named until then.", ("class", "note"));
        }
    }
}
