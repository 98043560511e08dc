namespace Rosewood.PolicyAdmin.Simulation.Mail.Model;

/// <summary>What the school has written into its configuration about mail.</summary>
/// <param name="MailDomains">The school's domains.</param>
/// <param name="SharedMailboxes">Shared mailboxes.</param>
/// <param name="DistributionLists">Distribution lists.</param>
/// <param name="JournalAddresses">Where copies of all mail go.</param>
/// <param name="OutsideSenders">Domains of the services that send in the school's name or take its mail by contract.</param>
/// <param name="ExcludedCorrespondents">Addresses and domains that are none of the audit's business: unions, health, authority, solicitors.</param>
public sealed record MailLists(
    IReadOnlyList<string> MailDomains,
    IReadOnlyList<string> SharedMailboxes,
    IReadOnlyList<string> DistributionLists,
    IReadOnlyList<string> JournalAddresses,
    IReadOnlyList<string> OutsideSenders,
    IReadOnlyList<string> ExcludedCorrespondents);
