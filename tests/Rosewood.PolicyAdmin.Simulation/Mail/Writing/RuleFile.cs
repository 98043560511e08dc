using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>An object for each mailbox, with its address and the <c>value</c> that <c>/mailFolders/inbox/messageRules</c> gives. Mailboxes without rules have an empty one.</summary>
internal static class RuleFile
{
    public static void Write(SimulatedMail mail, string path)
    {
        using var stream = File.Create(path);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (var mailbox in mail.Mailboxes)
        {
            writer.WriteStartObject();
            writer.WriteString("mailbox"u8, mailbox.Address);
            writer.WriteStartArray("value"u8);
            var sequence = 1;
            foreach (var rule in mail.Rules.Where(r => string.Equals(r.Mailbox, mailbox.Address, StringComparison.Ordinal)))
            {
                Write(writer, rule, sequence, Dice.Of(mail.Options.Seed, "rule-id " + rule.Mailbox, sequence).Guid());
                sequence++;
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, InboxRule rule, int sequence, string id)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, "AQAA" + id[..8]);
        writer.WriteString("displayName"u8, rule.Name);
        writer.WriteNumber("sequence"u8, sequence);
        writer.WriteBoolean("isEnabled"u8, rule.IsEnabled);
        writer.WriteBoolean("hasError"u8, value: false);
        writer.WriteBoolean("isReadOnly"u8, value: false);
        writer.WriteStartObject("conditions"u8);
        if (rule.SenderContains.Count > 0)
        {
            writer.WriteStartArray("senderContains"u8);
            foreach (var sender in rule.SenderContains)
            {
                writer.WriteStringValue(sender);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartObject("actions"u8);
        writer.WriteBoolean("stopProcessingRules"u8, value: true);
        if (rule.Target is { } target)
        {
            writer.WriteStartArray(rule.Action);
            HeaderFile.Recipient(writer, target);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString(rule.Action, "AAMkAGVmMDEz");
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
