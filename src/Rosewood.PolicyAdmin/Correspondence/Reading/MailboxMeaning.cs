using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Reads mailboxes with where they send their mail on.</summary>
/// <param name="receive">Takes the mailboxes.</param>
internal sealed class MailboxMeaning(Action<MailboxRow> receive) : MailMeaning
{
    /// <inheritdoc/>
    public override MailShape Shape => MailShape.Mailbox;

    /// <inheritdoc/>
    public override Reading Read(FieldValues values)
    {
        var account = Text(values, MailField.UserPrincipalName);
        var address = Text(values, MailField.PrimaryAddress);
        if (account.Length + address.Length == 0)
        {
            return Refuse("it does not say whose mailbox it is.");
        }

        var forwarding = Text(values, MailField.ForwardingAddress);
        var smtp = Text(values, MailField.ForwardingSmtpAddress);
        var type = Text(values, MailField.MailboxType);
        receive(new MailboxRow(
            account,
            address,
            Texts(values, MailField.Name),
            forwarding.Length == 0 ? null : forwarding,
            smtp.Length == 0 ? null : smtp,
            type.Contains("Shared", StringComparison.OrdinalIgnoreCase) || type.Contains("Room", StringComparison.OrdinalIgnoreCase) || type.Contains("Equipment", StringComparison.OrdinalIgnoreCase)));
        return Reading.Used;
    }
}
