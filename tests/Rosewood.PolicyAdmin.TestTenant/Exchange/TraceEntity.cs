using System.Text.Json;
using Rosewood.Tenancy.Query;

namespace Rosewood.Tenancy.Exchange;

/// <summary>A message trace as Graph writes it.</summary>
internal sealed class TraceEntity(TraceRecord record) : IEntity
{
    public object? Value(string path) => path switch
    {
        "id" => record.Id,
        "receivedDateTime" => TimeText.Whole(record.At),
        "senderAddress" => record.Sender,
        "recipientAddress" => record.Recipient,
        "messageId" => MessageId,
        "subject" => record.Subject,
        "status" => record.Status,
        "fromIP" => record.FromIp,
        "toIP" => record.ToIp,
        "size" => (double)record.Size,
        _ => null,
    };

    private string MessageId => record.MessageId ?? $"<{record.Id}@rosewood.example>";

    public void Write(Utf8JsonWriter writer, Selection selection)
    {
        writer.WriteString("id", record.Id);
        writer.WriteString("senderAddress", record.Sender);
        writer.WriteString("recipientAddress", record.Recipient);
        writer.WriteString("messageId", MessageId);
        writer.WriteString("receivedDateTime", TimeText.Of(record.At));
        writer.WriteString("subject", record.Subject);
        writer.WriteNumber("size", record.Size);
        writer.WriteString("fromIP", record.FromIp);
        writer.WriteString("toIP", record.ToIp);
        writer.WriteString("status", record.Status);
    }
}
