using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Facts;
using Rosewood.PolicyAdmin.Reporting.Printing;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Counts the visits once, writes the forms that were asked for, and publishes them together with the audit entry.</summary>
internal sealed class ReportWriter : IDisposable
{
    private readonly ReportFormat[] _formats;
    private readonly ReportMaterial _material;
    private readonly ComplianceReportBuilder _builder;
    private readonly ReportFileSet _files;
    private readonly ReportCsv? _visits;
    private readonly string _folder;

    public ReportWriter(string folder, IEnumerable<ReportFormat> formats, ReportMaterial material)
    {
        _formats = [.. formats.Distinct()];
        _material = material;
        _builder = new ComplianceReportBuilder(material);
        _files = new ReportFileSet(folder);
        _folder = folder;
        if (_formats.Contains(ReportFormat.Csv) && material.Audience == ReportRecipientGroup.Slt)
        {
            _visits = ReportCsv.Visits(_files.Open(ReportFormat.Csv, ReportEndings.Csv("visits")));
        }
    }

    private string Stem => _material.Period.StemFor(_material.Audience);

    /// <summary>Takes one visit in.</summary>
    public void Add(Visit visit)
    {
        _builder.Add(visit);
        _visits?.Add(visit);
    }

    /// <summary>Takes one visit of the time before the period in.</summary>
    public void AddEarlier(Visit visit) => _builder.AddEarlier(visit);

    /// <summary>Writes and publishes the report.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="printer">Prints the page where a PDF was asked for; null: none was.</param>
    /// <param name="along">What else is changed together with it, given the stem of the files and each file's ending and SHA-256; null: nothing.</param>
    public IReadOnlyList<ReportFile> Publish(CommandContext context, PdfPrinter? printer = null, Action<StoreChange, string, IReadOnlyList<(string Ending, string Sha256)>>? along = null)
    {
        IReportPages report = _material.Audience == ReportRecipientGroup.Slt ? new SltPages(_builder.Build()) : new AudiencePages(_builder.BuildAudience());
        var (visits, unexplained) = _builder.Totals();
        var complete = _builder.Evidence().Complete;
        _visits?.Dispose();

        // A browser takes seconds, and nobody else waits for those: it prints before the store is held.
        WritePdf(report, printer);

        // The store's lock is held from here, so that two reports at once don't choose the same name.
        using var change = context.BeginChange();
        var stem = _files.FreeStem(Stem);
        foreach (var format in _formats)
        {
            Write(report, format, stem);
        }

        var digests = _files.Seal();
        AuditReading(change);
        change.Audit("GOV-1", stem, before: null, new
        {
            _material.Period.From,
            _material.Period.Until,
            _material.Audience,
            About = _builder.About().ToList(),
            Visits = visits,
            Unexplained = unexplained,
            EvidenceComplete = complete,
            AuditHead = _material.Audit.Head,
            Files = digests.Select(d => new { Name = stem + d.Ending, d.Sha256 }).ToList(),
        });
        along?.Invoke(change, stem, digests);
        var places = _files.Publish(stem);
        try
        {
            change.Commit();
        }
        catch
        {
            _files.Withdraw();
            throw;
        }

        return [.. places.Select(p => new ReportFile(
            p.Path,
            p.Format,
            _material.Audience,
            _material.Period.From,
            _material.Period.Until,
            visits,
            unexplained,
            complete,
            _material.Audit.Head))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _visits?.Dispose();
        _files.Dispose();
    }

    // Who reads the register of declarations is in the audit trail, also where the report is the reader.
    private void AuditReading(StoreChange change)
    {
        if (AudienceTable.Of("declarations", _material.Audience) == ReportDetail.Names && _material.Facts.Declarations is { MayName: true } facts && facts.Entries.Any(static e => e.IsOverdue))
        {
            change.Audit("REL-1", RegisterRead.Subject, before: null, new { Entries = facts.Entries.Where(static e => e.IsOverdue).Select(static e => e.Id).ToList() });
        }
    }

    private void WritePdf(IReportPages report, PdfPrinter? printer)
    {
        if (_formats.Contains(ReportFormat.Pdf) && printer is not null)
        {
            using var page = new StringWriter { NewLine = "\n" };
            report.WriteHtml(_visits is null ? null : Stem + ReportEndings.Csv("visits"), page);
            printer.Print(page.ToString(), _folder, _files.Open(ReportFormat.Pdf, ReportEndings.Pdf));
        }
    }

    private void Write(IReportPages report, ReportFormat format, string stem)
    {
        switch (format)
        {
            case ReportFormat.Html:
                using (var output = new StreamWriter(_files.Open(format, ReportEndings.Html), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
                {
                    report.WriteHtml(_visits is null ? null : stem + ReportEndings.Csv("visits"), output);
                }

                break;
            case ReportFormat.Json:
                _files.Open(format, ReportEndings.Json).Write(report.Json());
                break;
            case ReportFormat.Csv:
                report.WriteTables(table => _files.Open(format, ReportEndings.Csv(table)));
                break;
        }
    }
}
