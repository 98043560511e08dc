using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// A table of the report as CSV for spreadsheets: UTF-8 with a byte order mark, lists joined by <c>;</c>, and cells that a spreadsheet
/// would run as a formula made plain text.
/// </summary>
internal sealed class ReportCsv : IDisposable
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:sszzz";

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = [.. CsvFormula.Starts],
    };

    private readonly CsvWriter _csv;

    public ReportCsv(Stream output, params ReadOnlySpan<string> columns)
    {
        _csv = new CsvWriter(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true), Configuration);
        Row(columns);
    }

    /// <summary>A table of visits.</summary>
    public static ReportCsv Visits(Stream output) => new(
        output, "Person", "Device", "DeviceClass", "Service", "NamedInPolicy", "Start", "EstimatedMinutes", "Hits", "Verdict", "Reason", "Why", "Clause", "GrantId", "OutlivedGrantId", "OutlivedGrantMinutes");

    /// <summary>Writes all tables of a report but the visits.</summary>
    /// <param name="report">The report.</param>
    /// <param name="open">Opens the file of a table by its name.</param>
    public static void WriteTables(ComplianceReport report, Func<string, Stream> open)
    {
        using (var csv = new ReportCsv(open("grants"), "Id", "User", "Services", "Devices", "From", "Until", "Reason", "AuthorisedBy", "Confirmation", "GrantedBy", "GrantedAt", "Reference", "Status", "RevokedAt", "RevokedBy"))
        {
            foreach (var g in report.Grants.All())
            {
                csv.Row(g.Id, g.User, List(g.Services), List(g.Devices), Time(g.From), Time(g.Until), g.Reason, g.AuthorisedBy, g.Confirmation.ToString(), g.GrantedBy, Time(g.GrantedAt), g.Reference, g.Status.ToString(), Time(g.RevokedAt), g.RevokedBy);
            }
        }

        using (var csv = new ReportCsv(open("verdicts"), ["From", "To", .. VerdictCounts.Order.Select(v => v.ToString()), "Total"]))
        {
            foreach (var row in report.Verdicts.Rows)
            {
                csv.Row([Day(row.From), Day(row.To), .. Counts(row.Visits)]);
            }
        }

        using (var csv = new ReportCsv(open("services"), ["Service", .. VerdictCounts.Order.Select(v => v.ToString()), "Total"]))
        {
            foreach (var service in report.NamedServices)
            {
                csv.Row([service.Service, .. Counts(service.Visits)]);
            }
        }

        WriteLogins(report.Logins, open);
        WriteDecisions(report.Decisions, open);
        WriteSections([.. report.Sections.SelectMany(static s => s.Tables)], open);
        using (var csv = new ReportCsv(open("evidence"), "Kind", "From", "Until", "Source", "Share", "Explanation"))
        {
            foreach (var h in report.Evidence.Holes)
            {
                csv.Row(h.Kind.ToString(), Time(h.From), Time(h.Until), h.Source, h.Share?.ToString("0.####", CultureInfo.InvariantCulture), h.Explanation);
            }
        }

        using (var csv = new ReportCsv(open("clauses"), "Clause", "Rule", "Status", "Evidence", "EvidenceAt"))
        {
            foreach (var c in report.Clauses)
            {
                csv.Row(c.Clause, c.Rule, c.Status.ToString(), c.Evidence, Time(c.EvidenceAt));
            }
        }
    }

    /// <summary>What somebody decides or looks over.</summary>
    public static void WriteDecisions(ReportDecisions decisions, Func<string, Stream> open)
    {
        using var csv = new ReportCsv(open("decisions"), "Number", "Kind", "Subject", "What", "Next", "Clause");
        foreach (var d in decisions.Items)
        {
            csv.Row(Number(d.Number), d.Kind.ToString(), d.Subject, d.What, d.Next, d.Clause);
        }
    }

    /// <summary>Tables of parts, each in a file of its own; their cells are cut to the audience already.</summary>
    public static void WriteSections(IReadOnlyList<ReportTable> tables, Func<string, Stream> open)
    {
        foreach (var table in tables)
        {
            using var csv = new ReportCsv(open(table.Id), [.. table.Columns.Select(static c => c.Title)]);
            foreach (var row in table.Rows)
            {
                csv.Row([.. row]);
            }
        }
    }

    /// <summary>Adds a visit where it is one that is listed by name.</summary>
    public void Add(Visit visit)
    {
        if (VisitTally.IsListed(visit))
        {
            var minutes = Math.Max(0, (visit.End - visit.Start).TotalMinutes).ToString("0.#", CultureInfo.InvariantCulture);
            Row(visit.User, visit.Device, visit.DeviceClass.ToString(), visit.Service, visit.NamedInPolicy ? "true" : "false", Time(visit.Start), minutes, Number(visit.Hits), visit.Verdict.ToString(), visit.Reason.ToString(), VerdictWords.Why(visit.Reason), visit.Clause, visit.GrantId, visit.OutlivedGrantId, visit.OutlivedGrantBy?.TotalMinutes.ToString("0.#####", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes what is left and lets go of the stream.</summary>
    public void Dispose() => _csv.Dispose();

    /// <summary>What was found about work logins, and what was looked at for it.</summary>
    private static void WriteLogins(ReportLogins logins, Func<string, Stream> open)
    {
        using (var csv = new ReportCsv(open("logins"), "Person", "Likelihood", "LikelihoodInWords", "First", "Last", "Devices", "Evidence", "InnocentExplanations", "Clause", "ReviewId"))
        {
            foreach (var l in logins.Shared)
            {
                csv.Row(l.Person, l.Likelihood.ToString("0.####", CultureInfo.InvariantCulture), l.LikelihoodInWords, Time(l.First), Time(l.Last), List(l.Devices), List(l.Evidence), List(l.InnocentExplanations), "LOG-1", logins.ReviewId);
            }
        }

        using (var csv = new ReportCsv(open("login-review"), "What", "Value", "From", "Until"))
        {
            csv.Row("Statement", logins.Statement, Time(logins.EvidenceFrom), Time(logins.EvidenceUntil));
            csv.Row("Reviewed", logins.Reviewed ? "true" : "false", null, null);
            csv.Row("Next", logins.Next, null, null);
            csv.Row("Review", logins.ReviewId, Time(logins.ReviewedAt), null);
            csv.Row("Accounts judged", Number(logins.Accounts), null, null);
            foreach (var s in logins.Sources)
            {
                csv.Row("Source", $"{s.Kind}: {Number(s.Records)}", Time(s.From), Time(s.Until));
            }

            foreach (var b in logins.Blind)
            {
                csv.Row("Not seen", b, null, null);
            }

            csv.Row("Possible, on the roster", Number(logins.Possible), null, null);
            csv.Row("Shared or possible, not on the roster", logins.NotOnRoster, null, null);
            csv.Row("Dismissed", Number(logins.Dismissed), null, null);
            csv.Row("Taken out since", Number(logins.TakenOut), null, null);
            foreach (var d in logins.Declared)
            {
                csv.Row("Declared as shared", d, null, null);
            }
        }
    }

    /// <summary>A table of texts as a file of its own.</summary>
    /// <param name="columns">Its headings.</param>
    /// <param name="rows">Its cells, as many in each row as there are headings.</param>
    public static byte[] ToBytes(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var output = new MemoryStream();
        using (var csv = new ReportCsv(output, [.. columns]))
        {
            foreach (var row in rows)
            {
                csv.Row([.. row]);
            }
        }

        return output.ToArray();
    }

    private void Row(params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell is null ? null : ReportText.Clean(cell));
        }

        _csv.NextRecord();
    }

    private static string List(IReadOnlyList<string> items) => string.Join(';', items);

    private static IEnumerable<string> Counts(VerdictCounts visits) =>
        VerdictCounts.Order.Select(v => Number(visits.Of(v))).Append(Number(visits.Total));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset moment) => moment.ToString(Moment, CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? moment) => moment is { } given ? Time(given) : null;
}
