using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Makes the compliance report for the senior leadership team.</summary>
/// <example><code>New-PolicyComplianceReport -Period LastWeek</code>The last whole week, as a page for the browser, in the workspace's reports folder.</example>
/// <example><code>New-PolicyComplianceReport -From 2026-11-09 -To 2026-11-22 -Format Html,Csv,Json</code>A fortnight, with its tables as CSV and all of it as JSON.</example>
public sealed class NewPolicyComplianceReport : PolicyRequest
{
    /// <summary>Which time: LastWeek (the last whole Monday to Sunday), LastMonth, LastTerm or Custom. Default: LastWeek, or Custom when From and To are given.</summary>
    public ReportPeriodKind? Period { get; set; }

    /// <summary>The first instant of a custom period, in the school's local time unless it has an offset.</summary>
    public TimeInput? From { get; set; }

    /// <summary>The end of a custom period; a date alone includes that day.</summary>
    public TimeInput? To { get; set; }

    /// <summary>The forms to write: Html, Csv, Json. Default: Html.</summary>
    public ReportFormat[] Format { get; set; } = [ReportFormat.Html];

    /// <summary>The folder to write to. Default: the workspace's reports folder.</summary>
    [FilePath]
    public string? OutputPath { get; set; }

    /// <summary>The kind of period that counts once defaults are applied.</summary>
    internal ReportPeriodKind EffectivePeriod =>
        Period ?? (From is null && To is null ? ReportPeriodKind.LastWeek : ReportPeriodKind.Custom);

    /// <inheritdoc/>
    public override void Validate()
    {
        if (EffectivePeriod == ReportPeriodKind.Custom && (From is null || To is null))
        {
            throw Invalid("ReportPeriodIncomplete", "Period", "A custom period needs both ends: give -From and -To, such as -From 2026-11-16 -To 2026-11-22.");
        }

        if (EffectivePeriod != ReportPeriodKind.Custom && (From is not null || To is not null))
        {
            throw Invalid("ReportPeriodContradicts", "Period", $"-From and -To name a period of their own and can't go with -Period {EffectivePeriod}. Leave one of them out.");
        }

        if (Format is null or [])
        {
            throw Invalid("ReportFormatMissing", "Format", "Name at least one of Html, Csv and Json, or leave -Format out for Html.");
        }
    }

    private static FaultException Invalid(string id, string target, string message) =>
        new Fault(id, FaultKind.InvalidArgument, target, message).ToException();
}

/// <summary>Gathers, counts and writes the report.</summary>
internal sealed class NewPolicyComplianceReportHandler : CommandHandler<NewPolicyComplianceReport>
{
    private const string Activity = "Counting visits";
    private const int VisitsPerProgress = 50_000;

    /// <inheritdoc/>
    public override Task HandleAsync(NewPolicyComplianceReport request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var period = ReportPeriods.Resolve(request, context.Now, context.Workspace.Zone, new SchoolDay.SchoolCalendar(context.Config.SchoolDay, context.Workspace.Zone));
        var folder = Folder(request, context);
        if (!sink.ShouldProcess(folder, $"Write the compliance report for {period.Words}"))
        {
            return Task.CompletedTask;
        }

        var source = new ReportSource(context, period);
        using var writer = new ReportWriter(folder, request.Format, source.Material());
        var count = 0L;
        foreach (var visit in source.Visits())
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Add(visit);
            if (++count % VisitsPerProgress == 0)
            {
                sink.Progress(new CommandProgress(Activity, count, Total: 0, $"{ReportWords.Number(count)} visits"));
            }
        }

        sink.Progress(new CommandProgress(Activity, count, count, "Writing", Completed: true));
        foreach (var file in writer.Publish(context))
        {
            sink.Write(file);
        }

        return Task.CompletedTask;
    }

    private static string Folder(NewPolicyComplianceReport request, CommandContext context)
    {
        if (string.IsNullOrWhiteSpace(request.OutputPath))
        {
            return context.Workspace.Paths.Reports;
        }

        var folder = Path.GetFullPath(request.OutputPath);
        return File.Exists(folder)
            ? throw new Fault("ReportFolderIsFile", FaultKind.InvalidArgument, folder, $"{folder} is a file. -OutputPath names the folder that the report goes into.").ToException()
            : folder;
    }
}
