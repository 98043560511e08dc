using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Reporting.Html;
using Rosewood.PolicyAdmin.Reporting.Sections;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>Who would see what: a part of a report that was not made, as <c>New-PolicyComplianceReport -WhatIf</c> lists it.</summary>
/// <param name="Audience">For whom the report would be.</param>
/// <param name="Section">The part.</param>
/// <param name="Shows">How much of it they would see.</param>
/// <param name="Recipients">To whom Send-PolicyComplianceReport would send it, by policy.json.</param>
public sealed record ReportPlan(ReportRecipientGroup Audience, string Section, ReportDetail Shows, IReadOnlyList<string> Recipients)
{
    private static readonly string[] OfEveryPage = ["evidence", "summary", "decisions", "clauses", "audit"];

    /// <summary>The parts of an audience's report.</summary>
    internal static IReadOnlyList<ReportPlan> Of(ReportRecipientGroup audience, CommandContext context)
    {
        IReadOnlyList<string> recipients = [.. context.Config.Reports.Recipients.Where(r => r.Audience == audience).SelectMany(static r => r.Addresses).Order(StringComparer.Ordinal)];
        var parts = (audience == ReportRecipientGroup.Slt ? HtmlReport.Parts : OfEveryPage).Concat(ReportSections.All.Select(static s => s.Id)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. AudienceTable.Sections
                .Where(parts.Contains)
                .Select(s => new ReportPlan(audience, s, AudienceTable.Of(s, audience), recipients))
                .Where(static p => p.Shows != ReportDetail.None),
        ];
    }
}
