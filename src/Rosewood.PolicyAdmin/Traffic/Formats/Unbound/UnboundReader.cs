using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Unbound;

/// <summary>
/// Reads Unbound's lines: <c>[1764028800] unbound[123:0] info: 10.20.1.5 www.facebook.com. A IN</c>; the time may also be that of
/// <c>log-time-ascii</c>, <c>log-time-iso</c> or of syslog, whose message begins with <c>[123:0]</c>. A query is an event; a line of
/// <c>log-local-actions</c> or of a response policy zone that refuses is one too (<see cref="LogFields.IsAnswer"/>); replies and everything
/// else are notes.
/// </summary>
internal sealed class UnboundReader(LogReaderOptions options) : TextLogReader(UnboundFormat.FormatName, options)
{
    /// <inheritdoc/>
    protected override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (!TryPrefix(line, out fields.EndTicks, out var level, out var message))
        {
            return false;
        }

        if (!level.SequenceEqual("info:"u8) && !level.SequenceEqual("query:"u8))
        {
            fields.IsNote = true;
            return true;
        }

        if (message.StartsWith("rpz: applied "u8))
        {
            return ReadPolicyZone(message["rpz: applied "u8.Length..], ref fields);
        }

        var words = new Words(message);
        var first = words.Next();
        if (DnsText.IsAddress(first))
        {
            return ReadQuery(first, ref words, ref fields);
        }

        return ReadLocalAction(message, ref fields);
    }

    /// <summary><c>address name type class</c>; a reply goes on with a code, a duration and a size.</summary>
    private static bool ReadQuery(ReadOnlySpan<byte> client, ref Words words, ref LogFields fields)
    {
        var name = words.Next();
        var type = words.Next();
        var kind = words.Next();
        fields.IsNote = !words.Rest.TrimEnd((byte)' ').IsEmpty;
        fields.SourceAddress = client;
        fields.Host = DnsText.Host(name);
        fields.Action = LogAction.Allowed;
        return name is [.., (byte)'.'] && !type.IsEmpty && !kind.IsEmpty;
    }

    /// <summary><c>[log name] trigger name action address@port queried type class</c>.</summary>
    private static bool ReadPolicyZone(ReadOnlySpan<byte> message, ref LogFields fields)
    {
        var words = new Words(message);
        if (!TryAsked(ref words, ref fields))
        {
            return false;
        }

        // A log name in brackets may hold spaces; the action is the last word that is left.
        var action = words.Last();
        fields.IsNote = !(action.SequenceEqual("rpz-nxdomain"u8) || action.SequenceEqual("rpz-nodata"u8) || action.SequenceEqual("rpz-drop"u8)
            || ((action.SequenceEqual("rpz-local-data"u8) || action.SequenceEqual("rpz-cname-override"u8)) && !DnsText.IsRestrictable(fields.Host)));
        return action.StartsWith("rpz-"u8);
    }

    /// <summary><c>zone type address@port queried type class</c>; anything else is a note.</summary>
    private static bool ReadLocalAction(ReadOnlySpan<byte> message, ref LogFields fields)
    {
        var words = new Words(message);
        fields.IsNote = !TryAsked(ref words, ref fields) || fields.SourceAddress.IsEmpty || !IsRefusal(words.Last(), fields.Host) || words.Last() is not [.., (byte)'.'];
        return true;
    }

    /// <summary>The end of a line about a query: <c>[address@port] queried. type class</c>.</summary>
    private static bool TryAsked(scoped ref Words words, scoped ref LogFields fields)
    {
        words.Last();
        words.Last();
        var name = words.Last();
        fields.Host = DnsText.Host(name);
        fields.Action = LogAction.Blocked;
        fields.IsAnswer = true;
        var rest = words;
        var client = rest.Last();
        var at = client.LastIndexOf((byte)'@');
        if (at > 0 && DnsText.IsAddress(client[..at]))
        {
            fields.SourceAddress = client[..at];
            words = rest;
        }

        return name is [.., (byte)'.'];
    }

    private static bool IsRefusal(ReadOnlySpan<byte> zoneType, ReadOnlySpan<byte> host) =>
        zoneType.SequenceEqual("deny"u8) || zoneType.SequenceEqual("refuse"u8) || zoneType.SequenceEqual("static"u8) || zoneType.SequenceEqual("inform_deny"u8)
        || zoneType.SequenceEqual("always_nxdomain"u8) || zoneType.SequenceEqual("always_refuse"u8) || zoneType.SequenceEqual("always_nodata"u8)
        || zoneType.SequenceEqual("always_deny"u8) || zoneType.SequenceEqual("always_null"u8) || zoneType.SequenceEqual("block_a"u8)
        || ((zoneType.SequenceEqual("redirect"u8) || zoneType.SequenceEqual("inform_redirect"u8)) && !DnsText.IsRestrictable(host));

    private bool TryPrefix(ReadOnlySpan<byte> line, out long ticks, out ReadOnlySpan<byte> level, out ReadOnlySpan<byte> message)
    {
        level = message = default;
        ReadOnlySpan<byte> rest;
        if (line is [(byte)'[', ..])
        {
            // [1764028800] name[pid:thread] level: message; the name is whatever log-identity says.
            var close = line.IndexOf("] "u8);
            if (!LogTime.TryEpoch(close < 0 ? default : line[1..close], out ticks))
            {
                return false;
            }

            rest = line[(close + 2)..];
            if (!TryThread(ref rest, isNamed: true))
            {
                return false;
            }
        }
        else
        {
            var stamp = default(ResolverStamp);
            if (stamp.TryRead(Time, line, "unbound"u8))
            {
                // To syslog the process and thread come as the message's own.
                rest = stamp.Message;
                TryThread(ref rest, isNamed: false);
            }
            else if (!stamp.TryTime(Time, line, out rest) || !TryThread(ref rest, isNamed: true))
            {
                ticks = 0;
                return false;
            }

            ticks = stamp.Ticks;
        }

        var space = rest.IndexOf((byte)' ');
        level = space > 0 ? rest[..space] : default;
        message = space > 0 ? rest[(space + 1)..] : default;
        return level is [.., (byte)':'];
    }

    /// <summary>Takes <c>name[pid:thread] </c> or <c>[pid:thread] </c> from a text's beginning.</summary>
    private static bool TryThread(scoped ref ReadOnlySpan<byte> text, bool isNamed)
    {
        var close = text.IndexOf("] "u8);
        var open = close < 0 ? -1 : text[..close].LastIndexOf((byte)'[');
        if (open < 0 || (open == 0) == isNamed || text[..open].Contains((byte)' '))
        {
            return false;
        }

        var ids = text[(open + 1)..close];
        var colon = ids.IndexOf((byte)':');
        if (colon <= 0 || ids[..colon].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0 || !DnsText.IsHex(ids[(colon + 1)..]))
        {
            return false;
        }

        text = text[(close + 2)..];
        return true;
    }
}
