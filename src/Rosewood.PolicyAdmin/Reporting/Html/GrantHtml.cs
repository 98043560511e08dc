using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Reporting.Html;

/// <summary>Grants, and who authorised them.</summary>
internal static class GrantHtml
{
    public static void Write(HtmlWriter html, ComplianceReport report)
    {
        var grants = report.Grants;
        html.Element("p", $"As they stood on {ReportWords.LongMoment(report.MadeAt)}.", ("class", "lead"));
        WriteTable(html, "In force", "No grant is in force.", grants.InForce);
        WriteTable(html, "Waiting to count", none: null, grants.Pending);
        WriteTable(html, "Ended", "None ended since the period began.", grants.Ended);
        WriteTable(html, "Revoked", "None was revoked since the period began.", grants.Revoked);
        OutlivedHtml.Write(html, report);
    }

    private static void WriteTable(HtmlWriter html, string title, string? none, IReadOnlyList<AccessGrant> grants)
    {
        if (grants.Count == 0 && none is null)
        {
            return;
        }

        html.Element("h3", grants.Count == 0 ? title : $"{title}: {ReportWords.Count(grants.Count, "grant", "grants")}");
        if (grants.Count == 0)
        {
            html.Element("p", none!);
            return;
        }

        var table = new HtmlTable(
            html,
            new HtmlColumn("For"),
            new HtmlColumn("Covers"),
            new HtmlColumn("Time"),
            new HtmlColumn("Authorised by"),
            new HtmlColumn("Recorded by"));
        table.Write(title, () => table.Body(() => Rows(html, table, grants)), "grants", isHeaded: true);
    }

    private static void Rows(HtmlWriter html, HtmlTable table, IReadOnlyList<AccessGrant> grants)
    {
        foreach (var grant in grants)
        {
            table.Row(
                () => WriteUser(html, grant),
                () => WriteCover(html, grant),
                () => WriteTime(html, grant),
                () => WriteAuthoriser(html, grant),
                () => WriteRecorder(html, grant));
        }
    }

    private static void WriteUser(HtmlWriter html, AccessGrant grant)
    {
        html.Name(grant.User);
        Detail(html, grant.Id);
    }

    private static void WriteCover(HtmlWriter html, AccessGrant grant)
    {
        html.Text(ReportWords.Sentence(grant.ServicesInWords()));
        Detail(html, grant.Devices.Count == 0 ? "Every device" : ReportWords.Sentence(ReportWords.List([.. grant.Devices.Select(VerdictWords.DeviceText)], most: 12)));
        if (grant.Reason is { Length: > 0 } reason)
        {
            Detail(html, "Reason: " + reason);
        }
    }

    private static void WriteTime(HtmlWriter html, AccessGrant grant)
    {
        html.Text($"{ReportWords.Moment(grant.From)} until {ReportWords.Moment(grant.Until)}");
        if (grant.RevokedAt is { } revoked)
        {
            Detail(html, $"Revoked {ReportWords.Moment(revoked)}{(grant.RevokedBy is { } by ? " by " + by : "")}");
        }
    }

    private static void WriteAuthoriser(HtmlWriter html, AccessGrant grant)
    {
        html.Name(grant.AuthorisedBy ?? "Standing authorisation (USE-3)");
        var word = grant.Confirmation switch
        {
            ConfirmationState.Unconfirmed => "Not confirmed yet",
            ConfirmationState.Confirmed => "Confirmed",
            ConfirmationState.Refused => "Refused by them",
            _ => null,
        };
        if (word is not null)
        {
            html.Element("span", word, ("class", grant.Confirmation == ConfirmationState.Confirmed ? "detail" : "detail strong"));
        }
    }

    private static void WriteRecorder(HtmlWriter html, AccessGrant grant)
    {
        html.Name(grant.GrantedBy);
        Detail(html, ReportWords.Moment(grant.GrantedAt));
        if (grant.Reference is { Length: > 0 } reference)
        {
            Detail(html, "Reference: " + reference);
        }
    }

    private static void Detail(HtmlWriter html, string text)
    {
        using (html.Open("span", ("class", "detail")))
        {
            html.Name(text);
        }
    }
}
