using System.Globalization;
using System.Text;
using CsvHelper;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Reporting;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Tests.Reporting;

public sealed class ReportCsvTests
{
    [Fact]
    public void The_table_of_visits_is_as_approved() => Approved.Matches(VisitsCsv(SampleReport.Visits.Take(13)), "csv");

    [Fact]
    public void The_table_of_grants_is_as_approved() => Approved.Matches(Tables(SampleReport.Fixed)["grants"], "csv");

    [Fact]
    public void Files_begin_with_a_byte_order_mark_for_spreadsheets()
    {
        using var stream = new MemoryStream();
        ReportCsv.Visits(stream).Dispose();
        stream.ToArray()[..3].ShouldBe(Encoding.UTF8.GetPreamble());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("＝1+1")]
    [InlineData("|calc")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text(string name)
    {
        var cell = Rows(VisitsCsv([SampleReport.Visit(name, name, Verdict.Unexplained, SampleReport.At(17, 9, 0), device: name)]))[1][0];
        (cell.StartsWith('\'') || cell.StartsWith(' ')).ShouldBeTrue(cell);
    }

    [Fact]
    public void Hostile_texts_keep_to_their_cells()
    {
        var rows = Rows(VisitsCsv(HostileReport.Visits()));
        rows.ShouldAllBe(r => r.Length == 15);
        rows.Count.ShouldBe(1 + HostileReport.Visits().Count());
        foreach (var table in Tables(HostileReport.Full).Values)
        {
            var cells = Rows(table);
            cells.ShouldAllBe(r => r.Length == cells[0].Length);
        }
    }

    [Fact]
    public void What_the_policy_leaves_to_staff_is_not_listed()
    {
        var csv = VisitsCsv(SampleReport.Visits);
        csv.ShouldNotContain("Ada Lin");
        csv.ShouldNotContain("PersonalPermitted");
        csv.ShouldNotContain("Embedded");
    }

    [Fact]
    public void Every_named_visit_that_needs_eyes_has_its_row()
    {
        var listed = SampleReport.Visits.Count(v => v.OnRoster && v.Verdict is Verdict.Unexplained or Verdict.PersonalInSession or Verdict.BlockedAttempt or Verdict.Authorised);
        Rows(VisitsCsv(SampleReport.Visits)).Count.ShouldBe(1 + listed - SampleReport.Visits.Count(v => !v.OnRoster && v.Verdict != Verdict.Unexplained));
    }

    [Theory]
    [InlineData(1_200_000, "20")]
    [InlineData(90_000, "1.5")]
    [InlineData(1, "0.00002")]
    public void A_visit_says_which_grant_a_connection_outlived_and_for_how_many_minutes(int milliseconds, string minutes)
    {
        var visit = SampleReport.Visit("Joan Bell", "WhatsApp", Verdict.Authorised, SampleReport.At(19, 15, 48), reason: ReasonCode.Grant);
        var rows = Rows(VisitsCsv([visit with { OutlivedGrantId = "G-0009", OutlivedGrantBy = TimeSpan.FromMilliseconds(milliseconds) }, visit]));
        rows[0][^2..].ShouldBe(["OutlivedGrantId", "OutlivedGrantMinutes"]);
        rows[1][^3..].ShouldBe(["G-0004", "G-0009", minutes]);
        rows[2][^3..].ShouldBe(["G-0004", "", ""]);
    }

    internal static string VisitsCsv(IEnumerable<Visit> visits)
    {
        using var stream = new MemoryStream();
        using (var csv = ReportCsv.Visits(stream))
        {
            foreach (var visit in visits)
            {
                csv.Add(visit);
            }
        }

        return Text(stream);
    }

    private static Dictionary<string, string> Tables(ComplianceReport report)
    {
        var streams = new Dictionary<string, MemoryStream>(StringComparer.Ordinal);
        ReportCsv.WriteTables(report, name => streams[name] = new MemoryStream());
        return streams.ToDictionary(s => s.Key, s => Text(s.Value), StringComparer.Ordinal);
    }

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private static List<string[]> Rows(string csv)
    {
        using var parser = new CsvParser(new StringReader(csv), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
