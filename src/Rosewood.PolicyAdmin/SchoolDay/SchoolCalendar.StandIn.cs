using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.SchoolDay;

/// <summary>Terms.</summary>
public sealed class SchoolCalendar(SchoolDayConfig config, TimeZoneInfo zone)
{
    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The last term that ended before a day.</summary>
    public TermConfig? LastTermBefore(DateOnly day) => config.Terms.Where(t => t.To < day).MaxBy(t => t.To);
}
