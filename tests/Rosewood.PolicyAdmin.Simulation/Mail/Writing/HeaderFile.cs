using System.Globalization;
using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Mail.Living;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>Messages of the exported mailboxes as Graph gives them. Sent ones have no <c>internetMessageHeaders</c>, as in Exchange.</summary>
internal static class HeaderFile
{
    public static void Write(SimulatedMail mail, string path) => JsonRecords.Write(path, "users/messages", mail.Options.JsonLines, mail.HeaderCopies, (writer, copy) =>
    {
        var message = copy.Message;
        writer.WriteStartObject();
        writer.WriteString("id"u8, "AAMk" + Dice.Of(mail.Options.Seed, "item " + copy.Mailbox + message.MessageId).Guid().Replace("-", "", StringComparison.Ordinal) + "=");
        writer.WriteString("mailbox"u8, copy.Mailbox);
        writer.WriteString("sentDateTime"u8, JsonRecords.Time(message.At));
        writer.WriteString("receivedDateTime"u8, JsonRecords.Time(message.At + (copy.IsSent ? 0 : 3000)));
        writer.WriteString("subject"u8, message.Subject);
        writer.WriteString("internetMessageId"u8, message.MessageId);
        writer.WriteString("conversationId"u8, "AAQk" + message.Conversation.Replace("-", "", StringComparison.Ordinal) + "=");
        writer.WritePropertyName("sender"u8);
        Recipient(writer, message.From);
        writer.WritePropertyName("from"u8);
        Recipient(writer, message.From);
        Recipients(writer, "toRecipients", message.To);
        Recipients(writer, "ccRecipients", message.Cc);
        if (!copy.IsSent)
        {
            Headers(writer, message);
        }

        writer.WriteEndObject();
    });

    internal static void Recipient(Utf8JsonWriter writer, MailAddress address)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("emailAddress"u8);
        writer.WriteString("name"u8, address.Name.Length > 0 ? address.Name : address.Address);
        writer.WriteString("address"u8, address.Address);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Recipients(Utf8JsonWriter writer, string name, IReadOnlyList<MailAddress> addresses)
    {
        writer.WriteStartArray(name);
        foreach (var address in addresses)
        {
            Recipient(writer, address);
        }

        writer.WriteEndArray();
    }

    private static void Headers(Utf8JsonWriter writer, MailMessage message)
    {
        writer.WriteStartArray("internetMessageHeaders"u8);
        Header(writer, "Return-Path", message.Envelope);
        Header(writer, "From", Written(message.From));
        Header(writer, "To", string.Join(", ", message.To.Select(Written)));
        if (message.Cc.Count > 0)
        {
            Header(writer, "CC", string.Join(", ", message.Cc.Select(Written)));
        }

        Header(writer, "Subject", message.Subject);
        Header(writer, "Date", DateTimeOffset.FromUnixTimeMilliseconds(message.At).UtcDateTime.ToString("ddd, d MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        Header(writer, "Message-ID", message.MessageId);
        if (message.InReplyTo is { } answered)
        {
            Header(writer, "In-Reply-To", answered);
            Header(writer, "References", string.Join(' ', message.References));
        }

        foreach (var (name, value) in message.Headers)
        {
            Header(writer, name, value);
        }

        Header(writer, "X-MS-Exchange-Organization-AuthAs", message.IsSentBySchool || string.Equals(message.From.Address, SchoolDirectory.PostMaster, StringComparison.Ordinal) ? "Internal" : "Anonymous");
        writer.WriteEndArray();
    }

    private static string Written(MailAddress address) => address.Name.Length > 0 ? $"{address.Name} <{address.Address}>" : address.Address;

    private static void Header(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("value"u8, value);
        writer.WriteEndObject();
    }
}
