using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>JSON, as browsers on Linux read it from their managed folders; Firefox has its policies under one key.</summary>
internal static class LinuxFile
{
    private const string FirefoxRoot = "policies";

    /// <summary>For people who read the file; nothing in it is ever put into a page.</summary>
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions AsBrowsersDo = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static byte[] Write(EnforcementTargetConfig target, JsonObject policy) => Text(IsFirefox(target) ? new JsonObject { [FirefoxRoot] = policy.DeepClone() } : policy);

    /// <summary>JSON as text with a final line end.</summary>
    public static byte[] Text(JsonObject value) => PolicyFile.Utf8.GetBytes(value.ToJsonString(Readable) + "\n");

    public static JsonObject Read(EnforcementTargetConfig target, ReadOnlySpan<byte> content) => Inner(target, Parse(content, Strict));

    /// <summary>What a browser would find in a file of another hand; null where it would find nothing.</summary>
    public static JsonObject? ReadForeign(EnforcementTargetConfig target, ReadOnlySpan<byte> content)
    {
        try
        {
            return Inner(target, Parse(content.StartsWith("\uFEFF"u8) ? content[3..] : content, AsBrowsersDo));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>A JSON object.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static JsonObject ParseStrict(ReadOnlySpan<byte> content) => Parse(content, Strict);

    private static JsonObject Parse(ReadOnlySpan<byte> content, JsonDocumentOptions options)
    {
        try
        {
            return JsonNode.Parse(content, documentOptions: options) as JsonObject ?? throw new FormatException("it is no JSON object");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static JsonObject Inner(EnforcementTargetConfig target, JsonObject file) => !IsFirefox(target)
        ? file
        : file.Count == 1 && file[FirefoxRoot] is JsonObject policies ? policies : throw new FormatException($"it is no object with the one key \"{FirefoxRoot}\"");

    private static bool IsFirefox(EnforcementTargetConfig target) => target.Format == EnforcementFormat.Firefox;
}
