using System.Text.Encodings.Web;
using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>
/// Security events as PowerShell 7 writes them:
/// <c>Get-WinEvent -LogName Security | Select-Object TimeCreated,Id,MachineName,Properties,Message | ConvertTo-Json -Depth 4</c>.
/// At that depth a SID is still an object, and what is inside it a text.
/// </summary>
internal static class SecurityFile
{
    public static void Write(IEnumerable<WindowsEvent> events, Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        writer.WriteStartArray();
        var message = new EventMessage();
        foreach (var e in events)
        {
            Write(writer, e, message);
            if (writer.BytesPending > 1 << 16)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, WindowsEvent e, EventMessage message)
    {
        var properties = EventProperties.Of(e);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(e.Shown).ToOffset(UkTime.OffsetAt(e.Shown));
        writer.WriteStartObject();
        writer.WriteString("TimeCreated"u8, at.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteNumber("Id"u8, e.Id);
        writer.WriteString("MachineName"u8, e.Device.Name + ".rosewood.local");
        writer.WriteStartArray("Properties"u8);
        foreach (var (_, value) in properties)
        {
            writer.WriteStartObject();
            Value(writer, value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("Message"u8, message.Of(e, properties));
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case long number:
                writer.WriteNumber("Value"u8, number);
                break;
            case Sid sid:
                writer.WriteStartObject("Value"u8);
                writer.WriteNumber("BinaryLength"u8, sid.Length);
                writer.WriteString("AccountDomainSid"u8, sid.Domain);
                writer.WriteString("Value"u8, sid.Text);
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("Value"u8, (string)value);
                break;
        }
    }
}
