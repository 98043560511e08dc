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

    /// <summary>Whether message text, where an export has it, is searched for private phone numbers in signatures (COM-2); never stored.</summary>
    public bool ReadSignatures { get; init; }

    /// <summary>Whether a term without any official correspondence is asked about.</summary>
    public bool ReportNoOfficialCorrespondence { get; init; }
}
