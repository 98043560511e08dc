namespace Rosewood.PolicyAdmin.Reporting.Html;

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
