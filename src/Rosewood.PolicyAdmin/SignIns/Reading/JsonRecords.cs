using System.Text.Json;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// Cuts JSON into records: an array of them, pages with a <c>value</c> array, JSON lines, one object, or several of these one behind the
/// other. Each record is read once, in the window; only where its end is not there yet it is read again after the next block.
/// </summary>
/// <param name="shape">What of a record matters.</param>
/// <param name="path">The file, for faults.</param>
internal sealed class JsonRecords(JsonNode shape, string path) : IRecordSource
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MostDepth = 64;

    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = MostDepth };

    private readonly RecordFields _fields = new();
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

    /// <inheritdoc/>
    public string Unit => "record";

    /// <inheritdoc/>
    public bool Read(TextWindow window, RecordTaker taker)
    {
        var record = new JsonRecord(shape, _fields);
        while (true)
        {
            Walk(window, record, taker);
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
                throw SignInFaults.Truncated(path, _number).ToException();
            }

            return true;
        }
    }

    /// <summary>Takes what is whole in the window; stands behind it afterwards.</summary>
    private void Walk(TextWindow window, JsonRecord record, RecordTaker taker)
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
            while (!_isStopped && reader.Read() && TryToken(ref reader, text, record, taker));
        }
        catch (JsonException e)
        {
            // Pages written by several commands into one file may each bring a mark of their encoding.
            var rest = text[_consumed..].TrimStart(" \t\r\n"u8);
            if (_depth == 0 && rest.StartsWith(SignInText.Mark))
            {
                window.Consume(text.Length - rest.Length + SignInText.Mark.Length);
                Walk(window, record, taker);
                return;
            }

            throw SignInFaults.Broken(path, (e.LineNumber ?? 0) + _skippedLines + 1, (e.BytePositionInLine ?? 0) + 1).ToException(e);
        }

        window.Consume(_consumed);
    }

    /// <summary>Takes what stands between records, and records.</summary>
    /// <returns>False when the window ends in it.</returns>
    private bool TryToken(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, JsonRecord record, RecordTaker taker)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _after = JsonRecord.IsValue(ref reader) ? After.Value : After.Other;
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
                return TryRecord(ref reader, text, record, taker);
            case JsonTokenType.EndArray:
            case JsonTokenType.EndObject:
                _depth--;
                break;
            default:
                _isStopped = _after == After.Element && !taker.Refuse(++_number, "it is no JSON object.");
                break;
        }

        _after = After.Element;
        return true;
    }

    private bool TryRecord(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, JsonRecord record, RecordTaker taker)
    {
        _fields.Clear();
        switch (record.Read(ref reader))
        {
            case JsonRecord.End.Open:
                return false;
            case JsonRecord.End.Page:
                _depth += 2;
                break;
            default:
                _number++;
                _isStopped = !(_isLong ? taker.Refuse(_number, "it is longer than 1 MB.") : taker.Take(new SignInRecord(text, _fields), _number));
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
            throw SignInFaults.TooLong(path, window.Line).ToException();
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
                throw SignInFaults.Truncated(path, _number).ToException();
            }
        }

        window.Consume(end);
        _skippedLines += window.Line - line;
        _isLong = true;
        window.PutBack(hasComma ? ",{}"u8 : "{}"u8);
    }
}
