using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Running;

/// <summary>A fault as one JSON object. Apart from the other messages, so that JSON is loaded by those who need it.</summary>
internal static class FaultJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(Fault fault)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartObject();
            json.WriteString("Id", fault.Id);
            json.WriteString("Kind", fault.Kind.ToString());
            json.WriteString("Target", fault.Target);
            json.WriteString("Message", fault.Message);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
