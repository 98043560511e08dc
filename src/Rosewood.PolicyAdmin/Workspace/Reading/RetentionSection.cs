namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>How long each class of record is kept.</summary>
internal static class RetentionSection
{
    public static readonly ConfigValue<RetentionConfig> Retention = ConfigObject.Of(static o =>
    {
        var none = new RetentionConfig();
        var retention = new RetentionConfig
        {
            Visits = Duration("visits", none.Visits),
            Grants = Duration("grants", none.Grants),
            People = Duration("people", none.People),
            Devices = Duration("devices", none.Devices),
            ProhibitedContent = Duration("prohibitedContent", none.ProhibitedContent),
            Dismissals = Duration("dismissals", none.Dismissals),
            Absences = Duration("absences", none.Absences),
            Incidents = Duration("incidents", none.Incidents),
            SafeguardingConcerns = Duration("safeguardingConcerns", none.SafeguardingConcerns),
            Declarations = Duration("declarations", none.Declarations),
            FamilyContacts = Duration("familyContacts", none.FamilyContacts),
            Acknowledgements = Duration("acknowledgements", none.Acknowledgements),
            RecruitmentRecords = Duration("recruitmentRecords", none.RecruitmentRecords),
            UnsuccessfulCandidates = Duration("unsuccessfulCandidates", none.UnsuccessfulCandidates),
            TextMessages = Duration("textMessages", none.TextMessages),
            SignIns = Duration("signIns", none.SignIns),
            Correspondence = Duration("correspondence", none.Correspondence),
            BlockTests = Duration("blockTests", none.BlockTests),
            Reports = Duration("reports", none.Reports),
            AuditValues = Duration("auditValues", none.AuditValues),
            LegalHolds = Duration("legalHolds", none.LegalHolds),
            AuditTrail = Duration("auditTrail", none.AuditTrail),
        };
        // The trail proves all other records: it is kept as long as the longest of them at least.
        return retention.AuditTrail < retention.LongestOfOthers ? retention with { AuditTrail = retention.LongestOfOthers } : retention;

        TimeSpan Duration(string key, TimeSpan fallback)
        {
            var kept = o.Optional(key, ConfigValues.Duration, fallback);
            if (o.IsSound && kept < TimeSpan.FromDays(1))
            {
                o.Refuse(key, "records are kept for a day at least. Write a longer time.");
            }

            return kept;
        }
    });
}
