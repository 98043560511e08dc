using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Writing;

/// <summary>Records as Microsoft Graph gives them: one array with its context around it, or a record a line.</summary>
internal static class JsonRecords
{
    private const int FlushAt = 1 << 16;

    public static void Write<T>(string path, string context, bool isLines, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var stream = File.Create(path, FlushAt);
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        if (!isLines)
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context"u8, "https://graph.microsoft.com/v1.0/$metadata#" + context);
            writer.WriteStartArray("value"u8);
        }

        foreach (var item in items)
        {
            write(writer, item);
            if (isLines)
            {
                writer.Flush();
                stream.WriteByte((byte)'\n');
                writer.Reset();
            }
            else if (writer.BytesPending > FlushAt)
            {
                writer.Flush();
            }
        }

        if (!isLines)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.Flush();
    }

    /// <summary>An instant as Graph writes it.</summary>
    public static string Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
