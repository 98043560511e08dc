using System.Runtime.CompilerServices;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>The pieces that written times are made of. None allocates; each says whether the text begins with such a piece.</summary>
internal static class TimeText
{
    /// <summary><c>h:mm[:ss[.fffffff]] [AM|PM]</c> at the beginning of a text.</summary>
    public static bool TryClock(ReadOnlySpan<byte> text, out long ticks, out int used)
    {
        ticks = 0;
        used = 0;
        var rest = text;
        if (!TryLeadingNumber(ref rest, 2, out var hours) || rest.Length < 3 || rest[0] != ':' || !TryTwo(rest, 1, out var minutes))
        {
            return false;
        }

        rest = rest[3..];
        var seconds = 0;
        long fraction = 0;
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!TryTwo(rest, 1, out seconds))
            {
                return false;
            }

            rest = rest[3..];
            if (rest.Length > 1 && rest[0] is (byte)'.' or (byte)',' && char.IsAsciiDigit((char)rest[1]))
            {
                var end = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
                var digits = end < 0 ? rest[1..] : rest[1..(end + 1)];
                if (!TryFraction(digits, out fraction))
                {
                    return false;
                }

                rest = rest[(digits.Length + 1)..];
            }
        }

        if (Half(rest, out var length) is { } afternoon)
        {
            if (hours is 0 or > 12)
            {
                return false;
            }

            hours = (hours % 12) + (afternoon ? 12 : 0);
            rest = rest[length..];
        }

        // A leap second counts as the one before it.
        ticks = ((hours * 3600L) + (minutes * 60L) + Math.Min(seconds, 59)) * TimeSpan.TicksPerSecond + fraction;
        used = text.Length - rest.Length;
        return hours <= 23 && minutes <= 59 && seconds <= 60;
    }

    private static bool? Half(ReadOnlySpan<byte> text, out int length)
    {
        var rest = text.TrimStart((byte)' ');
        length = text.Length - rest.Length + 2;
        if (rest.Length < 2 || (rest[1] | 0x20) != 'm' || (rest.Length > 2 && char.IsAsciiLetter((char)rest[2])))
        {
            return null;
        }

        return (rest[0] | 0x20) switch { 'a' => false, 'p' => true, _ => null };
    }

    /// <summary><c>24/11/2026</c> or <c>24.11.26</c> at the beginning of a text: its numbers in their order, and how many bytes it has.</summary>
    public static bool TrySlashedDate(ReadOnlySpan<byte> text, out int first, out int second, out int year, out int used)
    {
        second = year = used = 0;
        var rest = text;
        if (!TryLeadingNumber(ref rest, 2, out first) || rest.IsEmpty || rest[0] is not ((byte)'/' or (byte)'-' or (byte)'.'))
        {
            return false;
        }

        var separator = rest[0];
        rest = rest[1..];
        if (!TryLeadingNumber(ref rest, 2, out second) || rest.IsEmpty || rest[0] != separator)
        {
            return false;
        }

        rest = rest[1..];
        if (rest.Length >= 4 && TryFour(rest, out year))
        {
            rest = rest[4..];
        }
        else if (rest.Length >= 2 && TryTwo(rest, 0, out year))
        {
            year += 2000;
            rest = rest[2..];
        }
        else
        {
            return false;
        }

        used = text.Length - rest.Length;

        // 10.20.11.5 is an address, and 1/2/20/3 a path.
        return rest.IsEmpty || (!char.IsAsciiDigit((char)rest[0]) && rest[0] is not ((byte)'/' or (byte)'-' or (byte)'.'));
    }

    /// <summary>Digits behind a point, at most twelve, as ticks.</summary>
    public static bool TryFraction(ReadOnlySpan<byte> digits, out long ticks)
    {
        ticks = 0;
        if (digits.IsEmpty || digits.Length > 12 || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        for (var i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return true;
    }

    /// <summary>A day that there is, 1990 to 2100, as ticks.</summary>
    public static bool TryDate(int year, int month, int day, out long ticks)
    {
        ticks = 0;
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
        return true;
    }

    /// <summary>The month whose English name, or its first three letters, a text begins with.</summary>
    public static bool TryMonth(ReadOnlySpan<byte> text, out int month)
    {
        month = 0;
        if (text.Length < 3)
        {
            return false;
        }

        ReadOnlySpan<byte> name = [(byte)(text[0] | 0x20), (byte)(text[1] | 0x20), (byte)(text[2] | 0x20)];
        var at = "janfebmaraprmayjunjulaugsepoctnovdec"u8.IndexOf(name);
        month = (at / 3) + 1;
        return at >= 0 && at % 3 == 0;
    }

    /// <summary>Whether a text begins with a weekday in English.</summary>
    public static bool TryWeekday(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> name = [(byte)(text[0] | 0x20), (byte)(text[1] | 0x20), (byte)(text[2] | 0x20)];
        return "montuewedthufrisatsun"u8.IndexOf(name) is >= 0 and var at && at % 3 == 0;
    }

    /// <summary>What stands behind the letters and points at the beginning of a text.</summary>
    public static ReadOnlySpan<byte> SkipLetters(ReadOnlySpan<byte> text)
    {
        var i = 0;
        while (i < text.Length && (char.IsAsciiLetter((char)text[i]) || text[i] == '.'))
        {
            i++;
        }

        return text[i..];
    }

    /// <summary>Two bytes as the day of a month; the first may be a space.</summary>
    public static bool TryDay(byte tens, byte ones, out int day)
    {
        day = ((tens == ' ' ? 0 : tens - '0') * 10) + (ones - '0');
        return (tens == ' ' || char.IsAsciiDigit((char)tens)) && char.IsAsciiDigit((char)ones);
    }

    /// <summary>Takes the digits at the beginning of a text off it, so many at most.</summary>
    public static bool TryLeadingNumber(ref ReadOnlySpan<byte> text, int most, out int number)
    {
        number = 0;
        var length = 0;
        while (length < text.Length && length < most && char.IsAsciiDigit((char)text[length]))
        {
            number = (number * 10) + (text[length++] - '0');
        }

        text = text[length..];
        return length > 0;
    }

    /// <summary>Two digits at a place that is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTwo(ReadOnlySpan<byte> text, int at, out int number)
    {
        uint a = (uint)(text[at] - '0'), b = (uint)(text[at + 1] - '0');
        number = (int)((a * 10) + b);
        return a <= 9 && b <= 9;
    }

    /// <summary>Four digits at the beginning of a text that has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryFour(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        return TryTwo(text, 0, out var high) && TryTwo(text, 2, out var low) && (number = (high * 100) + low) >= 0;
    }
}
