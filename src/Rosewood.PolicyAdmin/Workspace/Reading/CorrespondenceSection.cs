namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>The audit of correspondence.</summary>
internal static class CorrespondenceSection
{
    private static readonly ConfigValue<TextColumnsConfig> TextColumns = ConfigObject.Of(static o =>
    {
        return new TextColumnsConfig
        {
            SentAt = Column("sentAt"),
            SentTime = Column("sentTime"),
            Sender = Column("sender"),
            Recipient = Column("recipient"),
            Status = Column("status"),
            Direction = Column("direction"),
            Text = Column("text"),
            Parts = Column("parts"),
        };

        string? Column(string key) => o.Optional(key, ConfigValues.Name, fallback: null!);
    });

    private static readonly ConfigValue<TextMessagesConfig> TextMessages = ConfigObject.Of(static o => new TextMessagesConfig
    {
        Columns = o.Optional("columns", TextColumns, new TextColumnsConfig()),
        DateFormat = o.Optional("dateFormat", ConfigValues.TimeFormat, fallback: null!),
        TimeZone = o.Optional("timeZone", ConfigValues.Zone, fallback: null!),
        ReceivedWords = o.Texts("receivedWords", ConfigValues.Name) is { Count: > 0 } words ? words : new TextMessagesConfig().ReceivedWords,
    });

    public static readonly ConfigValue<CorrespondenceConfig> Correspondence = ConfigObject.Of(static o => new CorrespondenceConfig
    {
        ExcludedCorrespondents = o.Texts("excludedCorrespondents", ConfigValues.MailOrDomain),
        OutsideSenders = o.Texts("outsideSenders", ConfigValues.MailOrDomain),
        SharedMailboxes = o.Texts("sharedMailboxes", ConfigValues.Mail),
        DistributionLists = o.Texts("distributionLists", ConfigValues.Mail),
        JournalAddresses = o.Texts("journalAddresses", ConfigValues.Mail),
        ReadSignatures = o.Optional("readSignatures", ConfigValues.Boolean, fallback: false),
        SchoolNumbers = o.Texts("schoolNumbers", ConfigValues.Phone),
        ReportNoOfficialCorrespondence = o.Optional("reportNoOfficialCorrespondence", ConfigValues.Boolean, fallback: false),
        TextSenders = o.Texts("textSenders", ConfigValues.Mail),
        SharedTextSenders = o.Texts("sharedTextSenders", ConfigValues.Name),
        TextMessages = o.Optional("textMessages", TextMessages, new TextMessagesConfig()),
    });
}
