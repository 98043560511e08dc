using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>What became of a JSON object that a <see cref="JsonCutter"/> met.</summary>
internal enum JsonObjectEnd
{
    /// <summary>Its end is not in the text yet.</summary>
    Open,

    /// <summary>It was read.</summary>
    Whole,

    /// <summary>It is a page that holds records, and the reader stands at the beginning of their array.</summary>
    Page,
}

/// <summary>
/// Cuts JSON into records: an array of them, pages with a <c>value</c> array, JSON lines, one object, or several of these one behind the
/// other. Each record is read once, in the window; only where its end is not there yet it is read again after the next block.
/// </summary>
internal abstract class JsonCutter
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MostDepth = 64;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = MostDepth };

    private JsonReaderState _state = new(Options);
    private int _consumed;
    private int _depth;
    private After _after;
    private bool _isLong;
    private bool _isStopped;
    private long _number;
    private long _skippedLines;

    private enum After
    {
        Element,
        Value,
        Other,
    }

    /// <summary>Whether the property that the reader stands at is the <c>value</c> of a page of Graph, or of PowerShell 5.1.</summary>
    public static bool IsValue(ref Utf8JsonReader reader) => reader.ValueSpan.Length == 5 && Ascii.EqualsIgnoreCase(reader.ValueSpan, "value"u8);

    /// <summary>Gives all records, until the text ends or no more is wanted.</summary>
    /// <returns>Whether the text was read to its end.</returns>
    protected bool Cut(TextWindow window)
    {
        while (true)
        {
            Walk(window);
            if (_isStopped)
            {
                return false;
            }

            if (window.TryFill())
            {
                continue;
            }

            if (!window.AtEnd)
            {
                PassLong(window);
                continue;
            }

            if (_depth > 0 || window.Text.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
            {
                throw Truncated(_number).ToException();
            }

            return true;
        }
    }

    /// <summary>Whether the property that the reader stands at holds a page's records.</summary>
    protected virtual bool IsPage(ref Utf8JsonReader reader) => IsValue(ref reader);

    /// <summary>Reads the object at whose beginning the reader stands.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    protected abstract JsonObjectEnd ReadObject(ref Utf8JsonReader reader);

    /// <summary>Takes the object that was read last, from the same text.</summary>
    /// <returns>False when no more is wanted.</returns>
    protected abstract bool Take(ReadOnlySpan<byte> text, long number);

    /// <summary>Takes note of something that is no record.</summary>
    /// <returns>False when no more is wanted.</returns>
    protected abstract bool Refuse(long number, string reason);

    /// <summary>Told when a page has ended.</summary>
    protected virtual void EndPage()
    {
    }

    /// <summary>No JSON, at a line and byte.</summary>
    protected abstract Fault Broken(long line, long column);

    /// <summary>Something between the records that does not fit into the window.</summary>
    protected abstract Fault TooLong(long line);

    /// <summary>JSON that ends in the middle.</summary>
    protected abstract Fault Truncated(long records);

    /// <summary>Takes what is whole in the window; stands behind it afterwards.</summary>
    private void Walk(TextWindow window)
    {
        var text = window.Text;
        var reader = new Utf8JsonReader(text, isFinalBlock: false, _state);
        try
        {
            do
            {
                _state = reader.CurrentState;
                _consumed = (int)reader.BytesConsumed;
            }
            while (!_isStopped && reader.Read() && TryToken(ref reader, text));
        }
        catch (JsonException e)
        {
            // Pages written by several commands into one file may each bring a mark of their encoding.
            var rest = text[_consumed..].TrimStart(" \t\r\n"u8);
            if (_depth == 0 && rest.StartsWith(ExportText.Mark))
            {
                window.Consume(text.Length - rest.Length + ExportText.Mark.Length);
                Walk(window);
                return;
            }

            throw Broken((e.LineNumber ?? 0) + _skippedLines + 1, (e.BytePositionInLine ?? 0) + 1).ToException(e);
        }

        window.Consume(_consumed);
    }

    /// <summary>Takes what stands between records, and records.</summary>
    /// <returns>False when the window ends in it.</returns>
    private bool TryToken(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _after = IsPage(ref reader) ? After.Value : After.Other;
                return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray when _after == After.Other:
                if (!reader.TrySkip())
                {
                    return false;
                }

                break;
            case JsonTokenType.StartArray:
                _depth++;
                break;
            case JsonTokenType.StartObject:
                return TryRecord(ref reader, text);
            case JsonTokenType.EndArray:
                _depth--;
                break;
            case JsonTokenType.EndObject:
                _depth--;
                EndPage();
                break;
            default:
                _isStopped = _after == After.Element && !Refuse(++_number, "it is no JSON object.");
                break;
        }

        _after = After.Element;
        return true;
    }

    private bool TryRecord(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        switch (ReadObject(ref reader))
        {
            case JsonObjectEnd.Open:
                return false;
            case JsonObjectEnd.Page:
                _depth += 2;
                break;
            default:
                _number++;
                _isStopped = !(_isLong ? Refuse(_number, "it is longer than 1 MB.") : Take(text, _number));
                _isLong = false;
                break;
        }

        _after = After.Element;
        return true;
    }

    /// <summary>Passes over a record that is longer than the window, unread; an empty one takes its place.</summary>
    private void PassLong(TextWindow window)
    {
        var lead = window.Text.IndexOfAnyExcept(" \t\r\n,"u8);
        if (lead < 0 || window.Text[lead] != '{' || _after == After.Other)
        {
            throw TooLong(window.Line).ToException();
        }

        var hasComma = window.Text[..lead].Contains((byte)',');
        var line = window.Line;
        var skip = default(JsonSkip);
        int end;
        while ((end = skip.Find(window.Text)) < 0)
        {
            window.Consume(window.Text.Length);
            if (!window.TryFill())
            {
                throw Truncated(_number).ToException();
            }
        }

        window.Consume(end);
        _skippedLines += window.Line - line;
        _isLong = true;
        window.PutBack(hasComma ? ",{}"u8 : "{}"u8);
    }
}
