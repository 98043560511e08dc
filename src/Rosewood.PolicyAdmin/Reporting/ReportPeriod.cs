using System.Globalization;
using System.IO.Enumeration;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting;

/// <summary>The time that a report is about, half-open, in the school's local time with its offsets.</summary>
/// <param name="Name">What it is called, such as <c>the last whole week</c>.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant no longer in it.</param>
public sealed record ReportPeriod(string Name, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The first day.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(From.DateTime);

    /// <summary>The last day, inclusive.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(Until.DateTime.AddTicks(-1));

    /// <summary>The period in words, such as <c>Monday 16 November to Sunday 22 November 2026</c>.</summary>
    public string Words => (IsWholeDays, FirstDay == LastDay) switch
    {
        (true, true) => ReportWords.LongDay(FirstDay),
        (true, false) when FirstDay.Year == LastDay.Year =>
            $"{FirstDay.ToString("dddd d MMMM", CultureInfo.InvariantCulture)} to {ReportWords.LongDay(LastDay)}",
        (true, false) => $"{ReportWords.LongDay(FirstDay)} to {ReportWords.LongDay(LastDay)}",
        _ => $"{ReportWords.LongMoment(From)} to {ReportWords.LongMoment(Until)}",
    };

    /// <summary>The start of the report's file names: <c>compliance-2026-11-16--2026-11-22</c>.</summary>
    internal string FileStem => StemFor(ReportRecipientGroup.Slt);

    /// <summary>The same for an audience, which stands in it unless it is SLT: <c>compliance-governors-2026-11-16--2026-11-22</c>.</summary>
    internal string StemFor(ReportRecipientGroup audience) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(audience)}{FirstDay:yyyy-MM-dd}--{LastDay:yyyy-MM-dd}");

    /// <summary>Whether a file is called as <see cref="StemFor"/> calls a report, of any audience and period, with whatever comes after.</summary>
    internal static bool IsReport(string fileName) => IsReport(fileName, Enum.GetValues<ReportRecipientGroup>());

    /// <summary>The same for reports of some audiences.</summary>
    internal static bool IsReport(string fileName, params ReadOnlySpan<ReportRecipientGroup> audiences)
    {
        foreach (var audience in audiences)
        {
            if (FileSystemName.MatchesSimpleExpression(Prefix(audience) + "????-??-??--????-??-??*", fileName))
            {
                return true;
            }
        }

        return false;
    }

    private static string Prefix(ReportRecipientGroup audience) =>
        audience == ReportRecipientGroup.Slt ? "compliance-" : $"compliance-{audience.ToString().ToLowerInvariant()}-";

    private bool IsWholeDays => From.TimeOfDay == TimeSpan.Zero && Until.TimeOfDay == TimeSpan.Zero;
}
