namespace Rosewood.PolicyAdmin.Correspondence.Model;

/// <summary>A mailbox and where it sends its mail on.</summary>
/// <param name="UserPrincipalName">Its account; empty where the export does not say.</param>
/// <param name="PrimaryAddress">Its address; empty where the export does not say.</param>
/// <param name="Names">What else the directory calls it: name, alias, identity.</param>
/// <param name="ForwardingAddress">A recipient of the directory that it sends on to, by the directory's name or address; null: none.</param>
/// <param name="ForwardingSmtpAddress">An address that it sends on to, as written; null: none.</param>
/// <param name="IsShared">Whether the directory says that it is shared: nobody's personally.</param>
internal sealed record MailboxRow(
    string UserPrincipalName,
    string PrimaryAddress,
    IReadOnlyList<string> Names,
    string? ForwardingAddress,
    string? ForwardingSmtpAddress,
    bool IsShared);
