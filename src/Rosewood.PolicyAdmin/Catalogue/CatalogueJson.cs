using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>Walks a catalogue file token by token; whatever is not as it should be is a fault with line and column.</summary>
internal ref struct CatalogueJson
{
    private const int DeepestNesting = 8;
    private readonly ReadOnlySpan<byte> _json;
    private readonly string _file;
    private Utf8JsonReader _reader;

    public CatalogueJson(ReadOnlySpan<byte> json, string file)
    {
        _json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        _file = file;
        _reader = new Utf8JsonReader(_json, new JsonReaderOptions { MaxDepth = DeepestNesting });
    }

    /// <summary>Goes into an object.</summary>
    public void BeginObject(string what)
    {
        Advance();
        Expect(JsonTokenType.StartObject, $"{what} must be an object in braces.");
    }

    /// <summary>The next key of the object that was begun; null at its end. A key given twice is a fault.</summary>
    public string? NextKey(HashSet<string> seen)
    {
        Advance();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var key = Text();
        return seen.Add(key) ? key : throw Invalid($"The key '{key}' stands here for the second time. Keep one.");
    }

    /// <summary>Goes into an array.</summary>
    public void BeginArray(string what)
    {
        Advance();
        Expect(JsonTokenType.StartArray, $"{what} must be a list in square brackets.");
    }

    /// <summary>Goes to the next item of the array that was begun; false at its end.</summary>
    public bool NextItem()
    {
        Advance();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The current item as an object that is then read key by key.</summary>
    public readonly void ItemIsObject(string what) => Expect(JsonTokenType.StartObject, $"{what} must be an object in braces.");

    /// <summary>The current item as text.</summary>
    public readonly string ItemText(string what)
    {
        Expect(JsonTokenType.String, $"{what} must be text in quotation marks.");
        return Text();
    }

    /// <summary>The next value as text.</summary>
    public string NextText(string what)
    {
        Advance();
        return ItemText(what);
    }

    /// <summary>The next value as true or false.</summary>
    public bool NextFlag(string what)
    {
        Advance();
        return _reader.TokenType is JsonTokenType.True or JsonTokenType.False
            ? _reader.TokenType == JsonTokenType.True
            : throw Invalid($"{what} must be true or false.");
    }

    /// <summary>Makes sure that nothing follows.</summary>
    public void End()
    {
        try
        {
            while (_reader.Read())
            {
                throw Invalid("Nothing may follow the closing brace.");
            }
        }
        catch (JsonException e)
        {
            throw Malformed(e);
        }
    }

    /// <summary>A fault at the current token.</summary>
    public readonly FaultException Invalid(string message)
    {
        var before = _json[..(int)_reader.TokenStartIndex];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return CatalogueFaults.Invalid(_file, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1, message).ToException();
    }

    private void Advance()
    {
        try
        {
            if (!_reader.Read())
            {
                throw Invalid("The file ends too early.");
            }
        }
        catch (JsonException e)
        {
            throw Malformed(e);
        }
    }

    private readonly string Text()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Invalid("This text is no valid UTF-8. Save the file as UTF-8.");
        }
    }

    private readonly void Expect(JsonTokenType type, string message)
    {
        if (_reader.TokenType != type)
        {
            throw Invalid(message);
        }
    }

    private readonly FaultException Malformed(JsonException error) => CatalogueFaults.Invalid(
        _file,
        (int)(error.LineNumber ?? 0) + 1,
        (int)(error.BytePositionInLine ?? 0) + 1,
        "This is not JSON: look for a missing comma, quotation mark or bracket here or just before.").ToException(error);
}
