using System.Text;
using Rosewood.PolicyAdmin.Correspondence.Model;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Reads inbox rules. What a rule looks for in mail is not looked at.</summary>
/// <param name="receive">Takes the rules that send mail on.</param>
internal sealed class RuleMeaning(Action<ForwardRule> receive) : MailMeaning
{
    /// <inheritdoc/>
    public override MailShape Shape => MailShape.Rule;

    /// <inheritdoc/>
    public override Reading Read(FieldValues values)
    {
        var enabled = values.First((int)MailField.IsEnabled);
        var isEnabled = Ascii.EqualsIgnoreCase(enabled, "true"u8) || enabled.SequenceEqual("1"u8);
        if (!isEnabled && !Ascii.EqualsIgnoreCase(enabled, "false"u8) && !enabled.SequenceEqual("0"u8))
        {
            return Refuse("it does not say whether it is enabled.");
        }

        var to = Texts(values, MailField.ForwardTo);
        if (to.Exists(static t => t.StartsWith("System.", StringComparison.Ordinal) || t.StartsWith("Microsoft.Exchange.", StringComparison.Ordinal)))
        {
            return Refuse("its recipients are not written out. Export rules with ConvertTo-Json.");
        }

        if (to.Count == 0)
        {
            return Reading.Dropped;
        }

        var mailbox = Text(values, MailField.Mailbox);
        mailbox = mailbox.Length > 0 ? mailbox : Owner(Text(values, MailField.OtherMailbox));
        receive(new ForwardRule(mailbox.Length > 0 ? mailbox : PageMailbox, isEnabled, to));
        return Reading.Used;
    }

    /// <summary>The mailbox in a rule's identity, <c>alias\17371231234</c>.</summary>
    private static string Owner(string identity)
    {
        var slash = identity.IndexOf('\\', StringComparison.Ordinal);
        return slash > 0 ? identity[..slash] : "";
    }
}
