using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// The header that a syslog relay puts in front of a line: RFC 5424, RFC 3164 (with or without priority), and the
/// ISO-time form that rsyslog writes to files. What the header says about time is not used: the device's own line knows better.
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
            return line[4] == '-' && line[10] == 'T' ? AfterTimeAndHost(line, EndOfTime(line)) : Versioned(line, 0);
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

        return rest.Length > 11 && rest[4] == '-' && rest[10] == 'T' ? AfterTimeAndHost(line, IndexOf(line, start)) : start;
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

        return position < line.Length && line[position] == ' ' ? position + 1 : -1;
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
            ? AfterTimeAndHost(line, start + 15)
            : 0;
    }

    /// <summary>The space after a time; −1 where it is the first column of an export, which a comma, semicolon or tab ends.</summary>
    private static int EndOfTime(ReadOnlySpan<byte> line)
    {
        var space = IndexOf(line, 0);
        return space >= 0 && line[..space].IndexOfAny(",;\t"u8) < 0 ? space : -1;
    }

    /// <param name="line">The line.</param>
    /// <param name="space">The space after the time.</param>
    private static int AfterTimeAndHost(ReadOnlySpan<byte> line, int space)
    {
        var afterHost = space < 0 ? -1 : IndexOf(line, space + 1);
        if (afterHost < 0)
        {
            return 0;
        }

        // A tag ends in a colon; some senders leave it out.
        var tag = line[(afterHost + 1)..];
        var colon = tag[..Math.Min(tag.Length, LongestField)].IndexOf(": "u8);
        return colon >= 0 && !tag[..colon].Contains((byte)' ') ? afterHost + 1 + colon + 2 : afterHost + 1;
    }

    private static int IndexOf(ReadOnlySpan<byte> line, int start)
    {
        var rest = line[start..];
        var space = rest[..Math.Min(rest.Length, LongestField)].IndexOf((byte)' ');
        return space < 0 ? -1 : start + space;
    }

    private static bool IsMonth(ReadOnlySpan<byte> line) => line[3] == ' ' && "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(line[..3]) is >= 0 and var at && at % 3 == 0;
}
