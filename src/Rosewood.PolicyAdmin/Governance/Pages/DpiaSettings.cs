using System.Globalization;
using Rosewood.PolicyAdmin.Graph;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Governance.Pages;

/// <summary>The settings that decide what is collected about people, as they are in force.</summary>
internal static class DpiaSettings
{
    /// <summary>Reads them.</summary>
    public static IReadOnlyList<DpiaSetting> Read(PolicyConfig config) =>
    [
        Switch("signIns.useAbsences", config.SignIns.UseAbsences, "Absences are compared with sign-ins.", "Absences are not kept."),
        new("signIns.thresholds.shared", config.SignIns.Thresholds.Shared.ToString(CultureInfo.InvariantCulture), "From this likelihood on a login is called shared; a person looks at each."),
        new("signIns.declaredSharedAccounts", Number(config.SignIns.DeclaredSharedAccounts.Count), "Accounts that the school declared as shared are not examined."),
        Switch("correspondence.reportNoOfficialCorrespondence", config.Correspondence.ReportNoOfficialCorrespondence, "A term without official mail to families is a finding.", "Silence is no finding."),
        new("correspondence.excludedCorrespondents", Number(config.Correspondence.ExcludedCorrespondents.Count), "Correspondents that are never examined, such as a union. Of all others metadata is read."),
        Switch(
            "correspondence.readSignatures",
            config.Correspondence.ReadSignatures,
            "Where an export with texts is given, staff's messages to people outside are looked through for private phone numbers; no text and no number is kept, and each run is in the audit trail.",
            "No content of mail is read."),
        new("tenant", config.Tenant is null ? "none" : "configured", config.Tenant is null ? "Nothing is fetched from Microsoft 365." : "Records are fetched from Microsoft 365 and kept sealed."),
        new("tenant.sources", config.Tenant is { } tenant ? string.Join(", ", TenantSources.Of(tenant)) : "none", "Sign-ins carry the place that the service derived from the address; message traces carry neither subject nor content."),
        new("enforcement.targets", Number(config.Enforcement.Targets.Count(static t => t.Enabled)), "Where social media is closed for school devices."),
        Switch("access.standingAuthorisation", config.Access.StandingAuthorisation, "Head and deputy may use social media on school mobiles; each use is in the report.", "Head and deputy need grants."),
        new("reports.recipients", Number(config.Reports.Recipients.Sum(static r => r.Addresses.Count)), "Addresses that get reports by mail."),
    ];

    private static DpiaSetting Switch(string key, bool value, string on, string off) => new(key, value ? "on" : "off", value ? on : off);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
