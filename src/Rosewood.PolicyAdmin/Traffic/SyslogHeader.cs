using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Rosewood.PolicyAdmin.Traffic.Formats.Bind;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// The header that a syslog relay puts in front of a line: RFC 5424, RFC 3164 (with or without priority), and the
/// ISO-time form that rsyslog writes to files. What the header says about time is not used: the device's own line knows better.
/// Resolvers' lines have no other time: their header stays with the line, but for its priority.
/// </summary>
internal static class SyslogHeader
{
    private const int LongestField = 256;

    /// <summary>Bytes to skip; 0 when there is no header.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(ReadOnlySpan<byte> line) =>
        line.Length < 16 || (IsDigit(line[0]) && IsDigit(line[1]) && IsDigit(line[4]))

            // By far the most common line of all, one that begins with a number, leaves here.
            ? 0
            : Find(line);

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Find(ReadOnlySpan<byte> line)
    {
        if (BeginsWithTimeOfRow(line))
        {
            return 0;
        }

        var first = line[0];
        if (first == '<')
        {
            return AfterPriority(line);
        }

        if (char.IsAsciiDigit((char)first))
        {
            return line[4] == '-' && line[10] == 'T' ? AfterTimeAndHost(line, 0, IsoTimeEnd(line, 0)) : Versioned(line, 0);
        }

        return IsMonth(line) ? Legacy(line, 0) : 0;
    }

    /// <summary>An ISO time that a comma or the like follows and not a blank: a row of separated values, whose later blanks end no host.</summary>
    private static bool BeginsWithTimeOfRow(ReadOnlySpan<byte> line) =>
        line[4] == '-' && line[10] == 'T' && line.IndexOfAnyExcept(TimeCharacters) is > 10 and var end && line[end] != ' ';

    private static System.Buffers.SearchValues<byte> TimeCharacters { get; } = System.Buffers.SearchValues.Create("0123456789-:.+TZtz"u8);

    private static int AfterPriority(ReadOnlySpan<byte> line)
    {
        var close = line[..5].IndexOf((byte)'>');
        if (close < 2 || !Utf8Parser.TryParse(line[1..close], out byte priority, out var used) || used != close - 1 || priority > 191)
        {
            return 0;
        }

        var start = close + 1;
        var rest = line[start..];
        if (rest.Length >= 16 && IsMonth(rest))
        {
            return Legacy(line, start);
        }

        if (Versioned(line, start) is > 0 and var length)
        {
            return length;
        }

        return rest.Length > 11 && rest[4] == '-' && rest[10] == 'T' ? AfterTimeAndHost(line, start, IsoTimeEnd(line, start)) is > 0 and var header ? header : start : start;
    }

    // RFC 5424: VERSION SP TIMESTAMP SP HOSTNAME SP APP-NAME SP PROCID SP MSGID SP STRUCTURED-DATA [SP MSG]
    private static int Versioned(ReadOnlySpan<byte> line, int start)
    {
        if (line.Length < start + 4 || line[start] != '1' || line[start + 1] != ' ' || !(line[start + 2] == '-' || (line.Length > start + 12 && line[start + 6] == '-' && line[start + 12] == 'T')))
        {
            return 0;
        }

        var position = start + 2;
        for (var field = 0; field < 5; field++)
        {
            var space = IndexOf(line, position);
            if (space < 0)
            {
                return 0;
            }

            if (field == 2 && IsResolver(line[position..space]))
            {
                return start;
            }

            position = space + 1;
        }

        position = AfterStructuredData(line, position);
        if (position < 0)
        {
            return 0;
        }

        // A byte order mark may announce UTF-8.
        return line[position..] is [0xEF, 0xBB, 0xBF, ..] ? position + 3 : position;
    }

    private static int AfterStructuredData(ReadOnlySpan<byte> line, int position)
    {
        if (position < line.Length && line[position] == '-')
        {
            position++;
        }
        else
        {
            while (position < line.Length && line[position] == '[')
            {
                position = AfterElement(line, position);
                if (position < 0)
                {
                    return -1;
                }
            }
        }

        // Data with nothing behind it is the message: Check Point writes its records so.
        return position < line.Length && line[position] == ' ' && line[position..].IndexOfAnyExcept((byte)' ') >= 0 ? position + 1 : -1;
    }

    private static int AfterElement(ReadOnlySpan<byte> line, int position)
    {
        var quoted = false;
        for (var i = position + 1; i < line.Length; i++)
        {
            switch (line[i])
            {
                case (byte)'\\' when quoted:
                    i++;
                    break;
                case (byte)'"':
                    quoted = !quoted;
                    break;
                case (byte)']' when !quoted:
                    return i + 1;
            }
        }

        return -1;
    }

    // RFC 3164: "Nov 24 09:00:01 host tag[pid]: ", 16 bytes of time with its space.
    private static int Legacy(ReadOnlySpan<byte> line, int start)
    {
        var time = line[start..];
        return time.Length > 16 && time[3] == ' ' && time[6] == ' ' && time[9] == ':' && time[12] == ':' && time[15] == ' '
            ? AfterTimeAndHost(line, start, start + 15)
            : 0;
    }

    /// <param name="line">The line.</param>
    /// <param name="start">Where the time begins.</param>
    /// <param name="space">The space after the time.</param>
    private static int AfterTimeAndHost(ReadOnlySpan<byte> line, int start, int space)
    {
        var afterHost = space < 0 ? -1 : IndexOf(line, space + 1);
        if (afterHost < 0)
        {
            return 0;
        }

        // A tag ends in a colon; some senders leave it out, and JSON may begin there.
        var tag = line[(afterHost + 1)..];
        if (IsResolversOwn(line[(space + 1)..afterHost], tag))
        {
            return start;
        }

        var colon = tag[..Math.Min(tag.Length, LongestField)].IndexOf(": "u8);
        return colon >= 0 && tag[..colon].IndexOfAny((byte)' ', (byte)'"', (byte)'{') < 0 ? afterHost + 1 + colon + 2 : afterHost + 1;
    }

    /// <summary>
    /// Whether a resolver wrote the line: to syslog, which leaves <c>host named[123]: </c> behind the time, or to a file of its own, in which
    /// <c>dnsmasq[123]: </c>, <c>unbound[123:0] </c> or BIND's <c>queries: info: </c> comes right behind it.
    /// </summary>
    private static bool IsResolversOwn(ReadOnlySpan<byte> first, ReadOnlySpan<byte> rest)
    {
        var second = rest[..Math.Min(rest.Length, LongestField)];
        second = second.IndexOf((byte)' ') is >= 0 and var end ? second[..end] : second;
        if (IsTag(first) || IsTag(second))
        {
            return true;
        }

        // pid:thread is Unbound's, whatever name it was told to log under.
        if (first is [.., (byte)']'] && first.LastIndexOf((byte)'[') is > 0 and var open && first[open..].Contains((byte)':'))
        {
            return true;
        }

        return BindWords.Begin(first, second);
    }

    /// <summary>A resolver's <c>name[pid]:</c>, <c>name[pid]</c> or <c>name:</c>; a host of that name has neither.</summary>
    private static bool IsTag(ReadOnlySpan<byte> word) => word.IndexOfAny("[:"u8) is > 0 and var end && IsResolver(word[..end]);

    private static bool IsResolver(ReadOnlySpan<byte> program) =>
        program.SequenceEqual("named"u8) || program.SequenceEqual("unbound"u8) || program.SequenceEqual("dnsmasq"u8) || program.StartsWith("dnsmasq-"u8) || program.SequenceEqual("pihole-FTL"u8);

    /// <summary>The space behind an ISO time; -1 where it is not alone, as in a row of separated values that begins with its time.</summary>
    private static int IsoTimeEnd(ReadOnlySpan<byte> line, int start)
    {
        var space = IndexOf(line, start);
        return space < 0 || line[start..space].IndexOfAnyExcept(TimeCharacters) >= 0 ? -1 : space;
    }

    private static int IndexOf(ReadOnlySpan<byte> line, int start)
    {
        var rest = line[start..];
        var space = rest[..Math.Min(rest.Length, LongestField)].IndexOf((byte)' ');
        return space < 0 ? -1 : start + space;
    }

    private static bool IsMonth(ReadOnlySpan<byte> line) => line[3] == ' ' && "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(line[..3]) is >= 0 and var at && at % 3 == 0;
}
