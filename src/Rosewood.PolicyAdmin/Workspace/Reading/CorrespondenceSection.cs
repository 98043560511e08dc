namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The audit of correspondence.</summary>
internal static class CorrespondenceSection
{
    public static readonly ConfigValue<CorrespondenceConfig> Correspondence = ConfigObject.Of(static o => new CorrespondenceConfig
    {
        ExcludedCorrespondents = o.Texts("excludedCorrespondents", ConfigValues.MailOrDomain),
        OutsideSenders = o.Texts("outsideSenders", ConfigValues.MailOrDomain),
        SharedMailboxes = o.Texts("sharedMailboxes", ConfigValues.Mail),
        DistributionLists = o.Texts("distributionLists", ConfigValues.Mail),
        JournalAddresses = o.Texts("journalAddresses", ConfigValues.Mail),
        ReadSignatures = o.Optional("readSignatures", ConfigValues.Boolean, fallback: false),
        ReportNoOfficialCorrespondence = o.Optional("reportNoOfficialCorrespondence", ConfigValues.Boolean, fallback: false),
    });
}
