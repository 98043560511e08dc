using static Rosewood.PolicyAdmin.Traffic.Text.TimeText;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// The ways in which logs write an instant. Each reads the whole text or nothing and gives UTC ticks; none allocates. Years go from 1990
/// to 2100: what is outside is no log's time but another number.
/// </summary>
internal sealed class LogTime
{
    private const long LeastSeconds = 631_152_000;
    private const long MostSeconds = 4_102_444_800;
    private readonly ZoneClock _clock;
    private readonly LogReaderOptions _options;
    private readonly DateTime _reference;

    /// <param name="options">What the log leaves open.</param>
    public LogTime(LogReaderOptions options)
    {
        _options = options;
        _clock = new ZoneClock(options.Zone);
        _reference = options.Reference ?? DateTime.UtcNow;
    }

    /// <summary>Local time of the log's zone as UTC.</summary>
    public long ToUtc(long localTicks) => _clock.ToUtc(localTicks);

    /// <summary>Seconds since 1970, perhaps with a fraction, or as many digits as make milli-, micro- or nanoseconds.</summary>
    public static bool TryEpoch(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        var dot = text.IndexOf((byte)'.');
        var whole = dot < 0 ? text : text[..dot];
        if (whole.Length is < 9 or > 19 || !TryNumber(whole, out var number))
        {
            return false;
        }

        var perSecond = whole.Length switch { <= 11 => 1L, <= 14 => 1_000L, <= 17 => 1_000_000L, _ => 1_000_000_000L };
        var seconds = number / perSecond;
        var ticks = perSecond <= TimeSpan.TicksPerSecond
            ? number % perSecond * (TimeSpan.TicksPerSecond / perSecond)
            : number % perSecond / (perSecond / TimeSpan.TicksPerSecond);
        if (dot >= 0 && (perSecond != 1 || !TryFraction(text[(dot + 1)..], out ticks)))
        {
            return false;
        }

        utcTicks = DateTime.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + ticks;
        return seconds is >= LeastSeconds and < MostSeconds;
    }

    /// <summary>
    /// <c>2026-11-24T09:00:01.123+00:00</c> and its kin: <c>/</c> or <c>.</c> in the date, a space for the T, fractions behind a dot or comma,
    /// <c>Z</c>, <c>UTC</c>, <c>±hh:mm</c>, <c>±hhmm</c>, <c>±hh</c>, or none: then the log's zone.
    /// </summary>
    public bool TryIso(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (text.Length < 19 || text[4] is not ((byte)'-' or (byte)'/' or (byte)'.') || text[7] != text[4] || text[10] is not ((byte)'T' or (byte)' ' or (byte)'t')
            || !TryFour(text, out var year) || !TryTwo(text, 5, out var month) || !TryTwo(text, 8, out var day)
            || !TryClock(text[11..], out var timeOfDay, out var used)
            || !TryDate(year, month, day, out var date))
        {
            return false;
        }

        return TryPlace(date + timeOfDay, text[(11 + used)..], out utcTicks);
    }

    /// <summary>A date and a time that stand apart, as ISO writes them, with an offset text that may be empty: then the log's zone.</summary>
    public bool TryDateAndTime(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time, ReadOnlySpan<byte> offset, out long utcTicks)
    {
        utcTicks = 0;
        return date.Length == 10 && date[4] is (byte)'-' or (byte)'/' && date[7] == date[4]
            && TryFour(date, out var year) && TryTwo(date, 5, out var month) && TryTwo(date, 8, out var day)
            && TryDate(year, month, day, out var dayTicks)
            && TryClock(time, out var timeOfDay, out var used) && used == time.Length
            && TryPlace(dayTicks + timeOfDay, offset, out utcTicks);
    }

    /// <summary>The web servers' <c>24/Nov/2026:09:00:01 +0000</c>.</summary>
    public bool TryClf(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        return text.Length >= 20 && text[2] == '/' && text[6] == '/' && text[11] is (byte)':' or (byte)' '
            && TryTwo(text, 0, out var day) && TryMonth(text[3..], out var month) && TryFour(text[7..], out var year)
            && TryDate(year, month, day, out var date)
            && TryClock(text[12..], out var timeOfDay, out var used)
            && TryPlace(date + timeOfDay, text[(12 + used)..], out utcTicks);
    }

    /// <summary>Syslog's <c>Nov 24 09:00:01</c> or <c>Nov  4 09:00:01</c>, in the log's zone; perhaps with a year before or behind the time.</summary>
    public bool TrySyslog(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (text.Length < 15 || text[3] != ' ' || text[6] != ' ' || !TryMonth(text, out var month) || !TryDay(text[4], text[5], out var day))
        {
            return false;
        }

        var rest = text[7..];
        var year = 0;
        if (rest.Length > 5 && rest[4] == ' ' && TryFour(rest, out year))
        {
            rest = rest[5..];
        }

        if (!TryClock(rest, out var timeOfDay, out var used))
        {
            return false;
        }

        rest = rest[used..];
        if (year == 0 && rest.Length >= 5 && rest[0] == ' ' && TryFour(rest[1..], out year))
        {
            rest = rest[5..];
        }

        return TryDate(year == 0 ? YearOf(month, day) : year, month, day, out var date) && TryPlace(date + timeOfDay, rest, out utcTicks);
    }

    /// <summary>
    /// <c>24/11/2026 09:00:01</c>, <c>11/24/2026, 9:00 AM</c> and their kin, with <c>/</c>, <c>-</c> or <c>.</c>, in the log's zone. Which comes
    /// first, day or month, is said by the options; where they don't, only a date that can be read in one way is read.
    /// </summary>
    public bool TrySlashed(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (!TrySlashedDate(text, out var first, out var second, out var year, out var used))
        {
            return false;
        }

        if (_options.DayFirst is not { } dayFirst)
        {
            if (first <= 12 && second <= 12 && first != second)
            {
                return false;
            }

            dayFirst = first > 12;
        }

        var rest = text[used..];
        rest = rest.TrimStart(", T"u8);
        return TryDate(year, dayFirst ? second : first, dayFirst ? first : second, out var date)
            && TryClock(rest, out var timeOfDay, out var clock)
            && TryPlace(date + timeOfDay, rest[clock..], out utcTicks);
    }

    /// <summary>Whether a text begins with a date of numbers only that ends in its year.</summary>
    public static bool IsNumberDate(ReadOnlySpan<byte> text) => TrySlashedDate(text, out _, out _, out _, out _);

    /// <summary>Whether a date with numbers only says by itself which of them is the day: null where it doesn't, or is none.</summary>
    public static bool? IsDayFirst(ReadOnlySpan<byte> text) =>
        !TrySlashedDate(text, out var first, out var second, out _, out _) || (first > 12) == (second > 12) ? null : first > 12;

    /// <summary><c>24 Nov 2026 09:00:01</c>, <c>24-Nov-2026 09:00:01.123</c>, <c>Nov 24, 2026 9:00:01 AM</c>; perhaps after a weekday; in the log's zone unless it says one.</summary>
    public bool TryNamed(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (text.Length > 4 && char.IsAsciiLetter((char)text[0]) && TryWeekday(text))
        {
            var space = text.IndexOf((byte)' ');
            text = space < 0 ? text : text[(space + 1)..].TrimStart((byte)' ');
        }

        int day;
        int month;
        if (text.Length > 3 && TryMonth(text, out month))
        {
            var rest = SkipLetters(text[3..]).TrimStart((byte)' ');
            if (!TryLeadingNumber(ref rest, 2, out day))
            {
                return false;
            }

            text = rest.TrimStart(", "u8);
            return TryYearAndClock(text, day, month, out utcTicks) || TryClockAndYear(text, day, month, out utcTicks);
        }

        if (!TryLeadingNumber(ref text, 2, out day) || text.Length < 5 || text[0] is not ((byte)' ' or (byte)'-' or (byte)'/') || !TryMonth(text[1..], out month))
        {
            return false;
        }

        text = SkipLetters(text[4..]).TrimStart(" -/,"u8);
        return TryYearAndClock(text, day, month, out utcTicks);
    }

    private bool TryYearAndClock(ReadOnlySpan<byte> text, int day, int month, out long utcTicks)
    {
        utcTicks = 0;
        if (text.Length < 9 || !TryFour(text, out var year) || !TryDate(year, month, day, out var date))
        {
            return false;
        }

        var rest = text[4..].TrimStart(", :T"u8);
        return TryClock(rest, out var timeOfDay, out var used) && TryPlace(date + timeOfDay, rest[used..], out utcTicks);
    }

    private bool TryClockAndYear(ReadOnlySpan<byte> text, int day, int month, out long utcTicks)
    {
        utcTicks = 0;
        return TryClock(text, out var timeOfDay, out var used)
            && text[used..].TrimStart((byte)' ') is { Length: >= 4 } rest
            && TryFour(rest, out var year)
            && TryDate(year, month, day, out var date)
            && TryPlace(date + timeOfDay, rest[4..], out utcTicks);
    }

    /// <summary>The latest year that has the date and in which it is not after the log's own, with a day for clocks and zones.</summary>
    private int YearOf(int month, int day)
    {
        if (_options.Year is { } year)
        {
            return year;
        }

        var latest = _reference.AddDays(1);
        var found = month > latest.Month || (month == latest.Month && day > latest.Day) ? latest.Year - 1 : latest.Year;
        while (month == 2 && day == 29 && !DateTime.IsLeapYear(found))
        {
            found--;
        }

        return found;
    }

    private bool TryPlace(long ticks, ReadOnlySpan<byte> offset, out long utcTicks)
    {
        utcTicks = 0;
        offset = offset.Trim((byte)' ');
        if (offset.IsEmpty)
        {
            utcTicks = _clock.ToUtc(ticks);
            return true;
        }

        if (!TryOffset(offset, out var offsetTicks))
        {
            return false;
        }

        utcTicks = ticks - offsetTicks;
        return true;
    }

    /// <summary><c>Z</c>, <c>UTC</c>, <c>GMT</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c>, <c>+1</c>, with or without GMT before it.</summary>
    public static bool TryOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text is [(byte)'Z' or (byte)'z'] || text.SequenceEqual("UTC"u8) || text.SequenceEqual("GMT"u8))
        {
            return true;
        }

        text = text.StartsWith("GMT"u8) || text.StartsWith("UTC"u8) ? text[3..] : text;
        if (text.Length < 2 || text[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        var digits = text[1..];
        var colon = digits.IndexOf((byte)':');
        var hourText = colon >= 0 ? digits[..colon] : digits.Length > 2 ? digits[..^2] : digits;
        var minuteText = colon >= 0 ? digits[(colon + 1)..] : digits.Length > 2 ? digits[^2..] : default;
        long minutes = 0;
        if (hourText.Length is 0 or > 2 || minuteText.Length is not (0 or 2) || !TryNumber(hourText, out var hours) || (!minuteText.IsEmpty && !TryNumber(minuteText, out minutes)) || hours > 14 || minutes > 59)
        {
            return false;
        }

        ticks = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }

    /// <summary>A whole number of digits only.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.Length is 0 or > 19)
        {
            return false;
        }

        foreach (var b in text)
        {
            if ((uint)(b - '0') > 9 || number > (long.MaxValue - 9) / 10)
            {
                return false;
            }

            number = (number * 10) + (b - '0');
        }

        return true;
    }
}
