using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Printing;
using Rosewood.PolicyAdmin.Storage;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Makes one report: gathers, counts, writes.</summary>
/// <param name="Period">Its period.</param>
/// <param name="Audience">For whom it is.</param>
/// <param name="Formats">Its forms.</param>
/// <param name="Folder">Where it is written to.</param>
internal sealed record ReportWork(ReportPeriod Period, ReportRecipientGroup Audience, IReadOnlyList<ReportFormat> Formats, string Folder)
{
    private const string Activity = "Counting visits";
    private const int VisitsPerProgress = 50_000;

    /// <summary>Makes it.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="sink">Where progress is told.</param>
    /// <param name="along">What is changed in the store together with it, or null.</param>
    /// <param name="cancellationToken">Stops it; nothing is left then.</param>
    public IReadOnlyList<ReportFile> Run(CommandContext context, ICommandSink sink, Action<StoreChange, string, IReadOnlyList<(string Ending, string Sha256)>>? along, CancellationToken cancellationToken)
    {
        var printer = Formats.Contains(ReportFormat.Pdf) ? PdfPrinter.OfThisMachine() : null;
        var source = new ReportSource(context, Period, Audience);
        var material = source.Material();
        using var writer = new ReportWriter(Folder, Formats, material);
        var count = 0L;
        foreach (var visit in source.Visits())
        {
            writer.Add(visit);
            Tell();
        }

        foreach (var visit in source.EarlierVisits(material.Trend))
        {
            writer.AddEarlier(visit);
            Tell();
        }

        sink.Progress(new CommandProgress(Activity, count, count, "Writing", Completed: true));
        return writer.Publish(context, printer, along);

        void Tell()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count % VisitsPerProgress == 0)
            {
                sink.Progress(new CommandProgress(Activity, count, Total: 0, $"{ReportWords.Number(count)} visits"));
            }
        }
    }
}
