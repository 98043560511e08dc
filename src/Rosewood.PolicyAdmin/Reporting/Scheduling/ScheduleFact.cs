using System.Text.Json.Serialization;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>A schedule as it is kept.</summary>
/// <param name="Period">What it covers.</param>
/// <param name="Audience">For whom.</param>
/// <param name="Format">Its forms.</param>
/// <param name="Day">The day of the week.</param>
/// <param name="At">The local time.</param>
/// <param name="To">To whom; empty: the audience's addresses.</param>
internal sealed record ScheduleFact(ReportSchedulePeriod Period, ReportRecipientGroup Audience, IReadOnlyList<ReportFormat> Format, DayOfWeek Day, TimeOnly At, IReadOnlyList<string> To)
{
    /// <summary>Its name.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";

    /// <summary>Since when it counts: what was due before is not made up for; null: one of policy.json, which has no beginning.</summary>
    [JsonIgnore]
    public DateTimeOffset? Since { get; init; }
}
