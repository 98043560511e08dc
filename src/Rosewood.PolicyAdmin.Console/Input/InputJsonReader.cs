using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Input;

/// <summary>Reads what <c>-InputJson</c> names: a JSON array of objects or texts, or a single one. Bounded in size and depth.</summary>
internal static class InputJsonReader
{
    private const int LargestMiB = 64;
    private const int DeepestNesting = 32;

    /// <summary>Reads it from a file, or from standard input for <c>-</c>.</summary>
    /// <exception cref="FaultException"><c>InputJsonInvalid</c>, <c>InputJsonTooLarge</c> or <c>InputJsonUnreadable</c>.</exception>
    public static async Task<JsonDocument> ReadAsync(string source, Func<Stream> standardInput, CancellationToken cancellationToken)
    {
        var name = source is "-" ? "standard input" : source;
        try
        {
            await using var stream = source is "-" ? standardInput() : File.OpenRead(source);
            var text = await ReadBoundedAsync(stream, name, cancellationToken);
            return Parse(text, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Fault("InputJsonUnreadable", FaultKind.Unavailable, name, $"{e.Message} Give -InputJson a file that can be read, or - for standard input.").ToException(e);
        }
    }

    /// <summary>The items of the document.</summary>
    public static IEnumerable<JsonElement> Items(JsonDocument document) =>
        document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray() : [document.RootElement];

    private static JsonDocument Parse(ReadOnlyMemory<byte> text, string name)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestNesting, AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $"{name}, line {line + 1}, column {e.BytePositionInLine + 1}" : name;
            throw new Fault("InputJsonInvalid", FaultKind.InvalidArgument, place, $"The input is no JSON that can be read ({place}). Give an array of objects, as -As Json prints it, nested at most {DeepestNesting} deep and with each property once.").ToException(e);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBoundedAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        var limit = LargestMiB * 1024 * 1024;
        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await ReadAsync(stream, chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > limit)
            {
                throw new Fault("InputJsonTooLarge", FaultKind.InvalidArgument, name, $"The input is larger than {LargestMiB} MiB. Split it, or import the data from a file.").ToException();
            }

            buffer.Write(chunk, 0, read);
        }

        return Utf8(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>A read from a terminal or a pipe can't be called off: it is left behind instead.</summary>
    private static Task<int> ReadAsync(Stream stream, byte[] chunk, CancellationToken cancellationToken) =>
        Task.Run(() => stream.Read(chunk, 0, chunk.Length), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>Without its byte order mark; UTF-16, which older PowerShell redirects as, is turned into UTF-8.</summary>
    private static ReadOnlyMemory<byte> Utf8(ReadOnlyMemory<byte> text) => text.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => text[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(text.Span[2..])),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(text.Span[2..])),
        _ => text,
    };
}
