using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Html;
using Rosewood.PolicyAdmin.Traffic;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Counts the visits once, writes the forms that were asked for, and publishes them together with the audit entry.</summary>
internal sealed class ReportWriter : IDisposable
{
    private readonly ReportFormat[] _formats;
    private readonly ReportMaterial _material;
    private readonly ComplianceReportBuilder _builder;
    private readonly ReportFileSet _files;
    private readonly ReportCsv? _visits;

    public ReportWriter(string folder, IEnumerable<ReportFormat> formats, ReportMaterial material)
    {
        _formats = [.. formats.Distinct()];
        _material = material;
        _builder = new ComplianceReportBuilder(material);
        _files = new ReportFileSet(folder);
        if (_formats.Contains(ReportFormat.Csv))
        {
            _visits = ReportCsv.Visits(_files.Open(ReportFormat.Csv, ReportEndings.Csv("visits")));
        }
    }

    /// <summary>Takes one visit in.</summary>
    public void Add(Visit visit)
    {
        _builder.Add(visit);
        _visits?.Add(visit);
    }

    /// <summary>Writes and publishes the report.</summary>
    public IReadOnlyList<ReportFile> Publish(CommandContext context)
    {
        var report = _builder.Build();
        _visits?.Dispose();
        // The store's lock is held from here, so that two reports at once don't choose the same name.
        using var change = context.BeginChange();
        var stem = _files.FreeStem(_material.Period.FileStem);
        foreach (var format in _formats)
        {
            Write(report, format, stem);
        }

        var digests = _files.Seal();
        change.Audit("GOV-1", stem, before: null, new
        {
            report.Period.From,
            report.Period.Until,
            Visits = report.Verdicts.Total.Total,
            report.Verdicts.Total.Unexplained,
            EvidenceComplete = report.Evidence.Complete,
            AuditHead = report.Audit.Head,
            Files = digests.Select(d => new { Name = stem + d.Ending, d.Sha256 }).ToList(),
        });
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
            report.Period.From,
            report.Period.Until,
            report.Verdicts.Total.Total,
            report.Verdicts.Total.Unexplained,
            report.Evidence.Complete,
            report.Audit.Head))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _visits?.Dispose();
        _files.Dispose();
    }

    private void Write(ComplianceReport report, ReportFormat format, string stem)
    {
        switch (format)
        {
            case ReportFormat.Html:
                var visitsFile = _visits is null ? null : stem + ReportEndings.Csv("visits");
                using (var output = new StreamWriter(_files.Open(format, ReportEndings.Html), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
                {
                    HtmlReport.Write(report, visitsFile, output);
                }

                break;
            case ReportFormat.Json:
                _files.Open(format, ReportEndings.Json).Write(PolicyJson.Serialise(report, indented: true));
                break;
            default:
                ReportCsv.WriteTables(report, table => _files.Open(format, ReportEndings.Csv(table)));
                break;
        }
    }
}
