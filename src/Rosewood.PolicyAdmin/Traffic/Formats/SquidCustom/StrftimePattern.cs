using System.Text;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.SquidCustom;

/// <summary>Reads what C's <c>strftime</c> wrote. English names only.</summary>
internal sealed class StrftimePattern
{
    private const string Supported = "YmdeHMSbBhyTFRzZsaAIp%";
    private readonly byte[] _pattern;

    private StrftimePattern(byte[] pattern) => _pattern = pattern;

    /// <summary>The web servers' form, Squid's own.</summary>
    public static StrftimePattern Default { get; } = new("%d/%b/%Y:%H:%M:%S %z"u8.ToArray());

    /// <summary>Takes a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="problem">What is wrong with it, for people; null when nothing is.</param>
    public static StrftimePattern? Compile(string pattern, out string? problem)
    {
        var codes = new HashSet<char>();
        problem = null;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%')
            {
                continue;
            }

            if (++i == pattern.Length || !Supported.Contains(pattern[i], StringComparison.Ordinal))
            {
                problem = $"the time code %{(i < pattern.Length ? pattern[i] : "")} in {{{pattern}}} can't be read back. Use %Y-%m-%d %H:%M:%S %z.";
                return null;
            }

            codes.Add(pattern[i]);
        }

        var hasDate = codes.Contains('F') || ((codes.Contains('Y') || codes.Contains('y')) && (codes.Contains('m') || codes.Overlaps("bBh")) && codes.Overlaps("de"));
        var hasTime = codes.Overlaps("TR") || ((codes.Contains('H') || codes.IsSupersetOf("Ip")) && codes.Contains('M'));
        if (!codes.Contains('s') && !(hasDate && hasTime))
        {
            problem = $"{{{pattern}}} lacks the year, the day, the hour or the minute. Use %Y-%m-%d %H:%M:%S %z.";
            return null;
        }

        return new StrftimePattern(Encoding.UTF8.GetBytes(pattern));
    }

    /// <summary>Whether a line that begins with it looks like one with a syslog header: <c>2026-11-24T09:00:01 …</c>.</summary>
    public bool LooksLikeSyslog => _pattern.AsSpan().StartsWith("%Y-%m-%dT"u8) || _pattern.AsSpan().StartsWith("%FT"u8) || _pattern.AsSpan().StartsWith("%b %"u8);

    /// <summary>Reads the beginning of a text.</summary>
    /// <param name="text">Begins with the time.</param>
    /// <param name="used">How much of the text it is.</param>
    /// <param name="ticks">The instant: local time where <paramref name="isUtc"/> is false.</param>
    /// <param name="isUtc">Whether the text says its offset, which is taken off.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out int used, out long ticks, out bool isUtc)
    {
        var rest = text;
        var state = new State { Month = 1, Day = 1 };
        used = 0;
        ticks = 0;
        isUtc = false;
        if (!TryRead(_pattern, ref rest, ref state))
        {
            return false;
        }

        used = text.Length - rest.Length;
        if (state.Seconds is { } seconds)
        {
            isUtc = true;
            ticks = DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond);
            return seconds is > 0 and < 4_102_444_800;
        }

        if (state.Year is < 1990 or > 2100 || state.Month is < 1 or > 12 || state.Day < 1 || state.Day > DateTime.DaysInMonth(state.Year, state.Month)
            || state.Hour > 23 || state.Minute > 59 || state.Second > 60)
        {
            return false;
        }

        var hour = state.IsAfternoon is { } afternoon ? (state.Hour % 12) + (afternoon ? 12 : 0) : state.Hour;
        ticks = new DateTime(state.Year, state.Month, state.Day, hour, state.Minute, Math.Min(state.Second, 59), DateTimeKind.Unspecified).Ticks - (state.Offset ?? 0);
        isUtc = state.Offset is not null;
        return true;
    }

    private static bool TryRead(ReadOnlySpan<byte> pattern, ref ReadOnlySpan<byte> text, ref State state)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%')
            {
                if (text.IsEmpty || text[0] != pattern[i])
                {
                    return false;
                }

                text = text[1..];
            }
            else if (!TryReadCode(pattern[++i], ref text, ref state))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadCode(byte code, ref ReadOnlySpan<byte> text, ref State state)
    {
        long number;
        switch ((char)code)
        {
            case 'Y':
                return TryDigits(ref text, 4, 4, out state.Year);
            case 'y':
                return TryDigits(ref text, 2, 2, out state.Year) && (state.Year += 2000) > 0;
            case 'm':
                return TryDigits(ref text, 2, 2, out state.Month);
            case 'd':
                return TryDigits(ref text, 2, 2, out state.Day);
            case 'e':
                text = text.TrimStart((byte)' ');
                return TryDigits(ref text, 1, 2, out state.Day);
            case 'H':
            case 'I':
                return TryDigits(ref text, 2, 2, out state.Hour);
            case 'M':
                return TryDigits(ref text, 2, 2, out state.Minute);
            case 'S':
                return TryDigits(ref text, 2, 2, out state.Second);
            case 'T':
                return TryRead("%H:%M:%S"u8, ref text, ref state);
            case 'F':
                return TryRead("%Y-%m-%d"u8, ref text, ref state);
            case 'R':
                return TryRead("%H:%M"u8, ref text, ref state);
            case 's':
                var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
                length = length < 0 ? text.Length : length;
                if (!LogTime.TryNumber(text[..length], out number))
                {
                    return false;
                }

                state.Seconds = number;
                text = text[length..];
                return true;
            case 'b':
            case 'B':
            case 'h':
                return TryMonth(ref text, out state.Month);
            case 'a':
            case 'A':
                text = text[LettersAt(text)..];
                return true;
            case 'p':
                var half = text.Length < 2 ? '\0' : (char)(text[0] | 0x20);
                state.IsAfternoon = half == 'p';
                text = text[Math.Min(2, text.Length)..];
                return half is 'a' or 'p';
            case 'Z':
                var zone = text[..LettersAt(text)];
                state.Offset = zone.SequenceEqual("UTC"u8) || zone.SequenceEqual("GMT"u8) ? state.Offset ?? 0 : state.Offset;
                text = text[zone.Length..];
                return !zone.IsEmpty;
            case 'z':
                const int OffsetLength = 5;
                if (text.Length < OffsetLength || !LogTime.TryOffset(text[..OffsetLength], out number))
                {
                    return false;
                }

                state.Offset = number;
                text = text[OffsetLength..];
                return true;
            default:
                var isPercent = text is [(byte)'%', ..];
                text = isPercent ? text[1..] : text;
                return isPercent;
        }
    }

    private static bool TryMonth(ref ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        var length = LettersAt(text);
        if (length < 3)
        {
            return false;
        }

        ReadOnlySpan<byte> name = [(byte)(text[0] | 0x20), (byte)(text[1] | 0x20), (byte)(text[2] | 0x20)];
        var at = "janfebmaraprmayjunjulaugsepoctnovdec"u8.IndexOf(name);
        month = (at / 3) + 1;
        text = text[length..];
        return at >= 0 && at % 3 == 0;
    }

    private static int LettersAt(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter((char)text[length]))
        {
            length++;
        }

        return length;
    }

    private static bool TryDigits(ref ReadOnlySpan<byte> text, int least, int most, out int number)
    {
        number = 0;
        var length = 0;
        while (length < text.Length && length < most && char.IsAsciiDigit((char)text[length]))
        {
            number = (number * 10) + (text[length++] - '0');
        }

        text = text[length..];
        return length >= least;
    }

    private struct State
    {
        public int Year;
        public int Month;
        public int Day;
        public int Hour;
        public int Minute;
        public int Second;
        public bool? IsAfternoon;
        public long? Offset;
        public long? Seconds;
    }
}
