using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Reporting.Scheduling;

/// <summary>Faults about scheduled reports.</summary>
internal static class ScheduleFaults
{
    /// <summary>No such schedule.</summary>
    public static Fault NotFound(string name) => new("ReportScheduleNotFound", FaultKind.NotFound, PlainText.Shorten(name), "There is no such schedule. See Get-PolicyReportSchedule, or make it with Register-PolicyReportSchedule.");

    /// <summary>One of policy.json.</summary>
    public static Fault InConfig(string name) => new("ReportScheduleInConfig", FaultKind.InvalidArgument, name, "This schedule stands in policy.json. Take it out there, under reports.schedule.");

    /// <summary>A name that is none.</summary>
    public static Fault NameInvalid(string name) => new("ReportScheduleNameInvalid", FaultKind.InvalidArgument, PlainText.Shorten(PlainText.Clean(name)), "A schedule's name becomes part of file names: write 1 to 40 letters without accents, digits and dashes, a letter or digit first.");

    /// <summary>What has to be said of it.</summary>
    public static Fault Incomplete() => new("ReportScheduleIncomplete", FaultKind.InvalidArgument, "Period", "Say what it covers and for whom: -Period LastWeek -Audience Slt; or name one of policy.json with -Name.");

    /// <summary>A time that is none.</summary>
    public static Fault TimeInvalid(string time) => new("ReportScheduleTimeInvalid", FaultKind.InvalidArgument, PlainText.Shorten(PlainText.Clean(time)), "Write the time of day as 07:00.");

    /// <summary>An account that can't stand in a timer's definition.</summary>
    public static Fault AccountInvalid(string account) => new("ReportScheduleAccountInvalid", FaultKind.InvalidArgument, PlainText.Shorten(PlainText.Clean(account)), "Write the account as the system names it, such as rosewood, SYSTEM or SCHOOL\\rosewood$.");

    /// <summary>No form that is sent.</summary>
    public static Fault NoPage() => new("ReportScheduleFormatMissing", FaultKind.InvalidArgument, "Format", "A scheduled report is sent as a page: name Html or Pdf among the forms.");

    /// <summary>Two at once.</summary>
    public static Fault Running(string path) => new("ReportScheduleRunning", FaultKind.Conflict, path, "Another Invoke-PolicyReportSchedule is running in this workspace. Nothing was made by this one; run it again when that one has ended.");

    /// <summary>It was not made or not sent.</summary>
    public static Fault Failed(string name, string words, Fault why) => new("ReportScheduleFailed", why.Kind, name, $"The report for {words} was not dealt with ({why.Id}): {why.Message} The next run tries again.");

    /// <summary>It was made, and no later run can send it.</summary>
    public static Fault NotSendable(string name, string words, Fault why) => new("ReportScheduleNotSendable", why.Kind, name, $"The report for {words} was made and can't be sent ({why.Id}): {why.Message} It counts as kept, and later periods go on without it: see that its audience gets it in another way.");
}
