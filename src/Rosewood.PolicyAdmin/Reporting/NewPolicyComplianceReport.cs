using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>
/// Makes the compliance report: for the senior leadership team, the safeguarding lead, the data protection officer or the governors, each
/// with what they may see. With -WhatIf it lists who would see what.
/// </summary>
/// <example><code>New-PolicyComplianceReport -Period LastWeek</code>The last whole week, as a page for the browser, in the workspace's reports folder.</example>
/// <example><code>New-PolicyComplianceReport -From 2026-11-09 -To 2026-11-22 -Format Html,Csv,Json</code>A fortnight, with its tables as CSV and all of it as JSON.</example>
/// <example><code>New-PolicyComplianceReport -Period LastMonth -Audience Governors</code>For the governors: counts and shares, nobody named, small counts hidden.</example>
/// <example><code>New-PolicyComplianceReport -Audience Dpo -WhatIf</code>What the data protection officer would see, and who would get it.</example>
public sealed class NewPolicyComplianceReport : PolicyRequest
{
    /// <summary>Which time: LastWeek (the last whole Monday to Sunday), LastMonth, LastTerm or Custom. Default: LastWeek, or Custom when From and To are given.</summary>
    public ReportPeriodKind? Period { get; set; }

    /// <summary>The first instant of a custom period, in the school's local time unless it has an offset.</summary>
    public TimeInput? From { get; set; }

    /// <summary>The end of a custom period; a date alone includes that day.</summary>
    public TimeInput? To { get; set; }

    /// <summary>For whom: Slt, Dsl, Dpo or Governors. Default: Slt.</summary>
    public ReportRecipientGroup Audience { get; set; } = ReportRecipientGroup.Slt;

    /// <summary>The forms to write: Html, Csv, Json, Pdf (printed by an installed Chromium, Chrome or Edge). Default: Html.</summary>
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
            throw Invalid("ReportFormatMissing", "Format", "Name at least one of Html, Csv, Json and Pdf, or leave -Format out for Html.");
        }
    }

    private static FaultException Invalid(string id, string target, string message) =>
        new Fault(id, FaultKind.InvalidArgument, target, message).ToException();
}

/// <summary>Gathers, counts and writes the report.</summary>
internal sealed class NewPolicyComplianceReportHandler : CommandHandler<NewPolicyComplianceReport>
{
    /// <inheritdoc/>
    public override Task HandleAsync(NewPolicyComplianceReport request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        AudienceRights.Require(context.Operator, request.Audience, context.Command);
        var period = ReportPeriods.Resolve(request, context.Now, context.Workspace.Zone, new SchoolDay.SchoolCalendar(context.Config.SchoolDay, context.Workspace.Zone));
        var folder = Folder(request, context);
        var work = new ReportWork(period, request.Audience, request.Format, folder);
        if (!sink.ShouldProcess(folder, $"Write the compliance report for {(request.Audience == ReportRecipientGroup.Slt ? "" : AudienceTable.Name(request.Audience) + ", ")}{period.Words}"))
        {
            foreach (var line in ReportPlan.Of(request.Audience, context))
            {
                sink.Write(line);
            }

            return Task.CompletedTask;
        }

        foreach (var file in work.Run(context, sink, along: null, cancellationToken))
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
