using System.Text.Encodings.Web;
using System.Text.Json;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Writing;

/// <summary>Sign-ins as Microsoft Graph gives them: one array, or a record a line.</summary>
internal static class SignInFile
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes records to a stream as they come, without holding the file in memory.</summary>
    /// <returns>How many.</returns>
    public static int Write(IEnumerable<SignIn> signIns, Stream stream, SchoolOptions options)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        if (!options.JsonLines)
        {
            writer.WriteStartObject();
            writer.WriteString("@odata.context"u8, options.BetaFields ? "https://graph.microsoft.com/beta/$metadata#auditLogs/signIns" : "https://graph.microsoft.com/v1.0/$metadata#auditLogs/signIns");
            writer.WriteStartArray("value"u8);
        }

        var record = new SignInRecord(writer, options);
        var count = 0;
        foreach (var signIn in signIns)
        {
            record.Write(signIn);
            count++;
            if (options.JsonLines)
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

        if (!options.JsonLines)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.Flush();
        return count;
    }
}
