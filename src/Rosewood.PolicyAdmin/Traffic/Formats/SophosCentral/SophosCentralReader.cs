using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SophosCentral;

/// <summary>
/// Reads web events, which say what happened in a sentence: <c>'https://…' blocked due to category '…'</c>, <c>'https://…' warned due to
/// category '…'</c>, <c>User bypassed category block to 'https://…'</c>. Going on past a warning is an event of its own, so the warning is a
/// block. Sites that were simply let through make no event. All other events are notes. A header counts only where the reader was told to
/// begin.
/// </summary>
internal sealed class SophosCentralReader(LogReaderOptions options) : TextLogReader(SophosCentralFormat.FormatName, options)
{
    private readonly JsonFields _json = new("type", "name", "when", "end", "created_at", "rt", "source", "suser", "location", "dhost", "source_info.ip", "description");
    private readonly PairFields _pairs = new("type", "name", "end|when", "rt|created_at", "suser|source", "dhost|location", "source_info_ip");
    private readonly CsvRow _row = new();
    private bool _isBegun;
    private SophosCentralColumns? _columns;

    private enum Json
    {
        Type,
        Name,
        When,
        End,
        Created,
        Received,
        Source,
        User,
        Location,
        Host,
        Address,
        Description,
    }

    private enum Pair
    {
        Type,
        Name,
        When,
        Received,
        User,
        Host,
        Address,
    }

    /// <inheritdoc/>
    public override void Begin(ReadOnlySpan<byte> header)
    {
        _isBegun = true;
        _columns = header.IsEmpty ? null : SophosCentralFormat.Header(header);
    }

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (line is [(byte)'{', ..])
        {
            return ReadJson(line, ref fields);
        }

        const int LongestStart = 512;
        var start = line[..Math.Min(line.Length, LongestStart)];
        if (start.IndexOf("|sophos central|"u8) >= 0)
        {
            return ReadCef(line, ref fields);
        }

        if (line.IndexOf("type=\"Event::"u8) >= 0)
        {
            return ReadPairs(line, ref fields);
        }

        if (!_isBegun)
        {
            return false;
        }

        if (SophosCentralFormat.Header(line) is { } header)
        {
            _columns = header;
            return fields.IsNote = true;
        }

        return _columns is { } columns && _row.TrySplit(line) && _row.Count == columns.Count && (columns.IsFirewall ? ReadFirewall(line, columns, ref fields) : ReadReport(line, columns, ref fields));
    }

    private bool ReadJson(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!_json.TryRead(line) || !Value(line, Json.Type).StartsWith("Event::"u8))
        {
            return false;
        }

        if (!TryTime(Value(line, Json.When), out fields.EndTicks)
            && !TryTime(Value(line, Json.End), out fields.EndTicks)
            && !TryTime(Value(line, Json.Created), out fields.EndTicks)
            && !TryTime(Value(line, Json.Received), out fields.EndTicks))
        {
            return false;
        }

        if (!IsWeb(Value(line, Json.Type)))
        {
            return fields.IsNote = true;
        }

        fields.User = FirstKnown(Value(line, Json.Source), Value(line, Json.User));
        fields.Device = FirstKnown(Value(line, Json.Location), Value(line, Json.Host));
        fields.SourceAddress = Known(Value(line, Json.Address));
        return ReadSentence(Value(line, Json.Name), ref fields) || ReadSentence(Value(line, Json.Description), ref fields) || (fields.IsNote = true);
    }

    private bool ReadCef(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        var cef = default(CefLine);
        if (!cef.TrySplit(line) || !Is(cef.Vendor, "sophos"u8) || !Is(cef.Product, "sophos central"u8))
        {
            return false;
        }

        _pairs.Read(line, cef.Pairs);
        return ReadEvent(line, cef.EventId, Scratch.Unescape(cef.Name), isEscaped: true, ref fields);
    }

    /// <summary><c>instant key="value"; key="value";</c>, of which the instant and the first pair may have been taken for a syslog header.</summary>
    private bool ReadPairs(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        _pairs.Read(line, new KeyValues(line, (byte)';'));
        return ReadEvent(line, Value(line, Pair.Type), Value(line, Pair.Name), isEscaped: false, ref fields);
    }

    private bool ReadEvent(ReadOnlySpan<byte> line, ReadOnlySpan<byte> type, ReadOnlySpan<byte> sentence, bool isEscaped, ref LogFields fields)
    {
        if (!type.StartsWith("Event::"u8) || !(TryTime(Value(line, Pair.When), out fields.EndTicks) || TryTime(Value(line, Pair.Received), out fields.EndTicks)))
        {
            return false;
        }

        if (!IsWeb(type))
        {
            return fields.IsNote = true;
        }

        fields.User = Known(isEscaped ? Scratch.Unescape(Value(line, Pair.User)) : Value(line, Pair.User));
        fields.Device = Known(Value(line, Pair.Host));
        fields.SourceAddress = Known(Value(line, Pair.Address));
        return ReadSentence(sentence, ref fields) || (fields.IsNote = true);
    }

    private bool ReadReport(ReadOnlySpan<byte> line, SophosCentralColumns columns, ref LogFields fields)
    {
        if (!TryTime(Column(line, columns.Time), out fields.EndTicks))
        {
            return false;
        }

        fields.User = Known(Column(line, columns.User));
        fields.Device = Known(Column(line, columns.Device));
        fields.SourceAddress = Known(Column(line, columns.Source));
        return ReadSentence(Column(line, columns.Event), ref fields) || (fields.IsNote = true);
    }

    private bool ReadFirewall(ReadOnlySpan<byte> line, SophosCentralColumns columns, ref LogFields fields)
    {
        if (!TryTime(Column(line, columns.Time), out fields.EndTicks))
        {
            return false;
        }

        var component = Column(line, columns.Component);
        if (!Is(component, "HTTP"u8) && !Is(component, "HTTPS"u8) && !Is(component, "Application"u8))
        {
            return fields.IsNote = true;
        }

        var outcome = Column(line, columns.Outcome);
        fields.Action = Is(outcome, "Allowed"u8) || Is(outcome, "Warned"u8) ? LogAction.Allowed : Is(outcome, "Denied"u8) || Is(outcome, "Blocked"u8) ? LogAction.Blocked : LogAction.Other;
        fields.IsOpenVerdict = fields.Action == LogAction.Other;
        fields.User = Known(Column(line, columns.User));
        fields.Device = Known(Column(line, columns.Device));
        fields.SourceAddress = Known(Column(line, columns.Source));
        fields.DestinationAddress = Known(Column(line, columns.Destination));
        fields.Url = Known(Column(line, columns.Url));
        fields.Host = UrlHost.OfLoose(fields.Url) is { IsEmpty: false } host ? host : UrlHost.OfLoose(Known(Column(line, columns.Domain)));
        fields.Category = Known(Column(line, columns.Category));
        fields.Application = Known(Column(line, columns.Application));
        fields.Bytes = Number(Column(line, columns.Bytes));
        return true;
    }

    /// <summary>What an event's sentence says; false when it is about no address.</summary>
    private static bool ReadSentence(ReadOnlySpan<byte> text, ref LogFields fields)
    {
        var open = text.IndexOf((byte)'\'');
        var rest = open < 0 ? [] : text[(open + 1)..];
        var close = rest.IndexOf("' "u8);
        close = close < 0 ? rest.LastIndexOf((byte)'\'') : close;
        if (close <= 0)
        {
            return false;
        }

        var url = rest[..close];
        var before = text[..open];
        var after = rest[(close + 1)..];
        var isBypassed = before.IndexOf("bypassed"u8) >= 0;
        if (!isBypassed && before.IndexOf("blocked"u8) < 0 && !after.StartsWith(" blocked"u8) && !after.StartsWith(" warned"u8))
        {
            return false;
        }

        fields.Action = isBypassed ? LogAction.Allowed : LogAction.Blocked;
        fields.Url = url;
        fields.Host = UrlHost.OfLoose(url);
        var word = "category '"u8;
        var category = after.IndexOf(word);
        if (category >= 0)
        {
            fields.Category = after[(category + word.Length)..].TrimEnd("'. "u8);
        }

        return true;
    }

    private bool TryTime(ReadOnlySpan<byte> text, out long ticks) => Time.TryIso(text, out ticks) || Time.TryNamed(text, out ticks) || Time.TrySlashed(text, out ticks) || LogTime.TryEpoch(text, out ticks);

    private static bool IsWeb(ReadOnlySpan<byte> type) => type.SequenceEqual("Event::Endpoint::WebControlViolation"u8) || type.SequenceEqual("Event::Endpoint::WebFilteringBlocked"u8);

    private static ReadOnlySpan<byte> FirstKnown(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => Known(first) is { IsEmpty: false } one ? one : Known(second);

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, Json field) => _json[line, (int)field];

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, Pair field) => _pairs[line, (int)field];

    private ReadOnlySpan<byte> Column(ReadOnlySpan<byte> line, int column) => _row.Field(line, column, Scratch).Trim((byte)' ');
}
