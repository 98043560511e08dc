namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>The audit of correspondence (COM-1). Addresses and domains are lower case.</summary>
public sealed record CorrespondenceConfig
{
    /// <summary>Addresses or domains that are never a finding: unions, health, solicitors.</summary>
    public IReadOnlyList<string> ExcludedCorrespondents { get; init; } = [];

    /// <summary>Addresses or domains of services that send in the school's name: newsletters, payments.</summary>
    public IReadOnlyList<string> OutsideSenders { get; init; } = [];

    /// <summary>Mailboxes that several people work in.</summary>
    public IReadOnlyList<string> SharedMailboxes { get; init; } = [];

    /// <summary>Distribution lists and groups.</summary>
    public IReadOnlyList<string> DistributionLists { get; init; } = [];

    /// <summary>Where journal copies go; never correspondence.</summary>
    public IReadOnlyList<string> JournalAddresses { get; init; } = [];

    /// <summary>Whether the texts of messages that are given with <c>-MessageText</c> may be looked through for private phone numbers (COM-2).</summary>
    public bool ReadSignatures { get; init; }

    /// <summary>Phone numbers that are the school's and nobody's on the roster, such as a trip's mobile; E.164.</summary>
    public IReadOnlyList<string> SchoolNumbers { get; init; } = [];

    /// <summary>Whether a term without any official correspondence is asked about.</summary>
    public bool ReportNoOfficialCorrespondence { get; init; }

    /// <summary>Accounts (UPN) of those who may send texts to families beside the admin team, the head and the deputy (COM-3): what SLT ruled.</summary>
    public IReadOnlyList<string> TextSenders { get; init; } = [];

    /// <summary>Logins of the text service that several people use, as its export names them; who sent with them can't be told.</summary>
    public IReadOnlyList<string> SharedTextSenders { get; init; } = [];

    /// <summary>How the text service's export is read.</summary>
    public TextMessagesConfig TextMessages { get; init; } = new();
}
