using System.Buffers;
using System.Text.Json;

namespace Rosewood.Tenancy.Server;

/// <summary>An answer before it is sent.</summary>
internal sealed record GraphReply(int Status, ReadOnlyMemory<byte> Body, string ContentType = GraphReply.Json)
{
    public const string Json = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    public static GraphReply Empty(int status) => new(status, ReadOnlyMemory<byte>.Empty, "");

    public static GraphReply Text(string text) => new(200, System.Text.Encoding.UTF8.GetBytes(text), "text/plain");

    public static GraphReply Of(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return new GraphReply(status, buffer.WrittenMemory);
    }
}
