using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Reporting.Audiences;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Reporting.Sending;

/// <summary>Faults about sending reports.</summary>
internal static class ReportMailFaults
{
    /// <summary>The id of <see cref="NoReport"/>.</summary>
    public const string NoReportId = "ReportToSendNotFound";

    /// <summary>The id of <see cref="NotOurs"/>.</summary>
    public const string NotOursId = "ReportToSendNotOurs";

    /// <summary>The id of <see cref="TooLarge"/>.</summary>
    public const string TooLargeId = "ReportToSendTooLarge";

    /// <summary>No report to send.</summary>
    public static Fault NoReport(string path) => new(
        NoReportId,
        FaultKind.NotFound,
        path,
        "There is no report here. Make one with New-PolicyComplianceReport, or name it with -Path.");

    /// <summary>A file that is no report of this workspace.</summary>
    public static Fault NotOurs(string path) => new(
        NotOursId,
        FaultKind.Conflict,
        path,
        "The audit trail knows no report with this content: the file was changed since, is of another workspace, or its entry's values were erased. Nothing was sent. Make the report anew with New-PolicyComplianceReport.");

    /// <summary>A file that does not go into one message.</summary>
    public static Fault TooLarge(string path, long bytes, long most) => new(
        TooLargeId,
        FaultKind.InvalidArgument,
        path,
        string.Create(CultureInfo.InvariantCulture, $"The report has {bytes / 1e6:0.0} MB, and a message takes {most / 1e6:0} MB. Nothing was sent. Make a report of a shorter time, send the Html alone, or put the file where only its recipients may read it, and send them the place."));

    /// <summary>Nobody to send to.</summary>
    public static Fault NoRecipients(ReportRecipientGroup audience) => new(
        "ReportRecipientsMissing",
        FaultKind.InvalidArgument,
        "reports.recipients",
        $"policy.json names no recipients of the audience {audience}. Add them under reports.recipients, or name entitled ones with -To.");

    /// <summary>Somebody who must not get it.</summary>
    public static Fault NotEntitled(ReportRecipientGroup audience, IEnumerable<string> addresses) => new(
        "ReportRecipientNotEntitled",
        FaultKind.NotAuthorised,
        string.Join(", ", addresses),
        $"The report is for {AudienceTable.Name(audience)}, and goes only to the addresses of the audience {audience} in reports.recipients, to those in reports.routes, and to whoever holds that role on the roster. Nothing was sent. Correct -To, or have the address added to policy.json.");

    /// <summary>It could be about whom it would go to.</summary>
    public static Fault About(Role role, IEnumerable<string> addresses) => new(
        "ReportAboutRecipient",
        FaultKind.NotAuthorised,
        string.Join(", ", addresses),
        role == Role.HeadTeacher
            ? "The report could be about the head teacher, and would go to them alone. Nothing was sent. Name someone else too, such as the chair of governors: with -To, or under reports.routes in policy.json, about HeadTeacher."
            : "The report could be about the safeguarding lead, and would go to them. Nothing was sent. Name someone else, such as the head teacher: with -To, or under reports.routes in policy.json, about SafeguardingLead.");

    /// <summary>Two at once.</summary>
    public static Fault Running(string path) => new(
        "ReportSendRunning",
        FaultKind.Conflict,
        path,
        "Another Send-PolicyComplianceReport is running in this workspace. Nothing was sent by this one; run it again when that one has ended.");

    /// <summary>The service has surely not taken it.</summary>
    public static Fault NotSent(ReportMail mail, string why) => new(
        "ReportNotSent",
        FaultKind.Unavailable,
        mail.Id,
        $"{mail.File} was not sent. {why}");

    /// <summary>Nobody knows whether it was sent.</summary>
    public static Fault Unknown(ReportMail mail, string why) => new(
        "ReportSendUnknown",
        FaultKind.Conflict,
        mail.Id,
        $"It is not known whether {mail.File} was sent to {string.Join(", ", mail.Recipients)}: {why} It is not sent again by itself, since they would get it twice. Ask one of them, or look into Sent Items of {mail.Sender} for {mail.Mark} at the foot of the message; where it did not arrive, send it with -Force.");
}
