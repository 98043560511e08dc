using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Bind;

/// <summary>
/// Reads BIND's lines: <c>24-Nov-2026 09:00:01.123 queries: info: client @0x7f2c 10.20.1.5#51234 (www.facebook.com): view internal: query:
/// www.facebook.com IN A +E(0)K (192.0.2.53)</c>. The time is that of a channel (<c>local</c>, <c>iso8601</c>, <c>iso8601-utc</c>) or of
/// syslog; category and severity may be missing. A query is an event; a rewrite by a response policy zone and a denied query are events
/// that refer to it (<see cref="LogFields.IsAnswer"/>); everything else is a note.
/// </summary>
internal sealed class BindReader(LogReaderOptions options) : TextLogReader(BindFormat.FormatName, options)
{
    /// <summary><c>24-Nov-2026 09:00:01.123</c>.</summary>
    private const int LocalTime = 24;

    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!TryTime(line, out fields.EndTicks, out var message))
        {
            return false;
        }

        var client = message.IndexOf("client "u8);
        if (client < 0 || !TryClient(message[(client + "client "u8.Length)..], out fields.SourceAddress, out var rest))
        {
            fields.IsNote = true;
            return true;
        }

        if (After(rest, ": query: "u8, out var query))
        {
            return ReadQuery(query, ref fields);
        }

        ReadRefusal(rest, ref fields);
        return true;
    }

    /// <summary><c>name class type flags (address)</c>.</summary>
    private static bool ReadQuery(ReadOnlySpan<byte> text, ref LogFields fields)
    {
        var words = new Words(text);
        fields.Host = DnsText.Host(words.Next());
        var kind = words.Next();
        var type = words.Next();
        var flags = words.Next();
        fields.Action = LogAction.Allowed;
        return !kind.IsEmpty && !type.IsEmpty && flags is [(byte)'+' or (byte)'-', ..];
    }

    private static void ReadRefusal(ReadOnlySpan<byte> rest, ref LogFields fields)
    {
        fields.Action = LogAction.Blocked;
        fields.IsAnswer = true;
        fields.IsNote = true;
        if (After(rest, ": rpz "u8, out var policy))
        {
            // trigger policy rewrite name/type/class via record; older: rewrite name via record.
            var words = new Words(policy);
            words.Next();
            var action = words.Next();
            var isRewrite = words.Next().SequenceEqual("rewrite"u8);
            fields.Host = NameOf(words.Next());
            fields.IsNote = !isRewrite || !(Is(action, "NXDOMAIN"u8) || Is(action, "NODATA"u8) || Is(action, "DROP"u8)
                || ((Is(action, "CNAME"u8) || Is(action, "Local-Data"u8)) && !DnsText.IsRestrictable(fields.Host)));
        }
        else if (After(rest, ": query"u8, out var query) && query.IndexOf(" denied"u8) is > 0 and var end && query.IndexOf((byte)'\'') is >= 0 and var quote && quote < end)
        {
            // query (cache) 'name/type/class' denied
            fields.Host = NameOf(query[(quote + 1)..end].TrimEnd((byte)'\''));
            fields.IsNote = false;
        }
    }

    /// <summary>The name of <c>name/type/class</c>; a name may hold a slash itself.</summary>
    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> text)
    {
        var last = text.LastIndexOf((byte)'/');
        var before = last < 0 ? -1 : text[..last].LastIndexOf((byte)'/');
        return DnsText.Host(before > 0 ? text[..before] : text);
    }

    private static bool After(ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark, out ReadOnlySpan<byte> rest)
    {
        var at = text.IndexOf(mark);
        rest = at < 0 ? default : text[(at + mark.Length)..];
        return at >= 0;
    }

    /// <summary><c>@0x7f2c 10.20.1.5#51234/key name (queried): …</c>; the pointer since 9.11.</summary>
    private static bool TryClient(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> client, out ReadOnlySpan<byte> rest)
    {
        var words = new Words(text);
        var word = words.Next();
        word = word.StartsWith("@0x"u8) ? words.Next() : word;
        var hash = word.IndexOf((byte)'#');
        client = hash > 0 ? word[..hash] : default;

        // The colon may stand right behind the port.
        rest = hash > 0 ? text[(text.IndexOf(word) + hash)..] : default;
        return DnsText.IsAddress(client);
    }

    private bool TryTime(ReadOnlySpan<byte> line, out long ticks, out ReadOnlySpan<byte> message)
    {
        if (line.Length > LocalTime + 1 && line[2] == '-' && line[6] == '-' && line[11] == ' ' && line[20] == '.' && line[LocalTime] == ' ' && Time.TryNamed(line[..LocalTime], out ticks))
        {
            message = line[(LocalTime + 1)..];
            return true;
        }

        var stamp = default(ResolverStamp);
        if (stamp.TryRead(Time, line, "named"u8))
        {
            message = stamp.Message;
            ticks = stamp.Ticks;
            return true;
        }

        if (stamp.TryTime(Time, line, out message) && line[0] is >= (byte)'0' and <= (byte)'9' && IsChannel(message))
        {
            ticks = stamp.Ticks;
            return true;
        }

        ticks = 0;
        return false;
    }

    /// <summary>A line of BIND's own, known by its category and severity, or by the client that it is about.</summary>
    private static bool IsChannel(ReadOnlySpan<byte> message)
    {
        var words = new Words(message);
        var first = words.Next();
        var second = words.Next();
        return BindWords.Begin(first, second);
    }
}
