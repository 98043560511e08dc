using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Html;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>A report in its forms.</summary>
internal interface IReportPages
{
    /// <summary>The page.</summary>
    /// <param name="visitsFile">The name of the CSV file with the visits that goes with it, or null.</param>
    /// <param name="output">Where to.</param>
    void WriteHtml(string? visitsFile, TextWriter output);

    /// <summary>The same for programs.</summary>
    ReadOnlySpan<byte> Json();

    /// <summary>Its tables as CSV.</summary>
    /// <param name="open">Opens the file of a table by its name.</param>
    void WriteTables(Func<string, Stream> open);
}

/// <summary>SLT's report in its forms.</summary>
/// <param name="report">The report.</param>
internal sealed class SltPages(ComplianceReport report) : IReportPages
{
    public void WriteHtml(string? visitsFile, TextWriter output) => HtmlReport.Write(report, visitsFile, output);

    public ReadOnlySpan<byte> Json() => PolicyJson.Serialise(report, indented: true);

    public void WriteTables(Func<string, Stream> open) => ReportCsv.WriteTables(report, open);
}

/// <summary>Another audience's report in its forms.</summary>
/// <param name="report">The report.</param>
internal sealed class AudiencePages(AudienceReport report) : IReportPages
{
    public void WriteHtml(string? visitsFile, TextWriter output) => AudienceHtml.Write(report, output);

    public ReadOnlySpan<byte> Json() => PolicyJson.Serialise(report, indented: true);

    public void WriteTables(Func<string, Stream> open)
    {
        ReportCsv.WriteSections([report.Holes, .. report.Sections.SelectMany(static s => s.Tables)], open);
        ReportCsv.WriteDecisions(report.Decisions, open);
    }
}
