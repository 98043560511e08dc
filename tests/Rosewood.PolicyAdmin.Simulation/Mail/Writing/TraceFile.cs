using Rosewood.PolicyAdmin.Simulation.Mail.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary><c>/admin/exchange/tracing/messageTraces</c>.</summary>
internal static class TraceFile
{
    public static void Write(SimulatedMail mail, string path) => JsonRecords.Write(path, "admin/exchange/tracing/messageTraces", mail.Options.JsonLines, TraceRow.All(mail), (writer, row) =>
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, row.Message.TraceId);
        writer.WriteString("senderAddress"u8, row.Message.Envelope);
        writer.WriteString("recipientAddress"u8, row.Delivery.Recipient);
        writer.WriteString("messageId"u8, row.Message.MessageId);
        writer.WriteString("receivedDateTime"u8, JsonRecords.Time(row.Message.At));
        writer.WriteString("subject"u8, row.Message.Subject);
        writer.WriteNumber("size"u8, row.Message.Size);
        writer.WriteString("fromIP"u8, row.FromIP);
        writer.WriteString("toIP"u8, row.ToIP);
        writer.WriteString("status"u8, row.Delivery.Status switch
        {
            DeliveryStatus.Delivered => "delivered",
            DeliveryStatus.Expanded => "expanded",
            DeliveryStatus.FilteredAsSpam => "filteredAsSpam",
            DeliveryStatus.Quarantined => "quarantined",
            _ => "failed",
        });
        writer.WriteEndObject();
    });
}
