using System.Buffers.Text;
using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>Reads a record's time, however a program or a language's customs write it.</summary>
/// <param name="zone">The zone of times that name none.</param>
/// <param name="dayFirst">Whether the day comes first in dates of numbers; null: such a date is read only where it leaves no choice.</param>
internal sealed class RecordTime(TimeZoneInfo zone, bool? dayFirst)
{
    /// <summary>No time is longer, even with the name of its month.</summary>
    private const int Longest = 64;

    private readonly LogTime _time = new(new LogReaderOptions(zone, Year: null) { DayFirst = dayFirst });

    /// <summary>Reads a time.</summary>
    /// <returns>False when it is none.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, out long utcTicks)
    {
        if (_time.TryIso(text, out utcTicks))
        {
            return true;
        }

        if (text.StartsWith("/Date("u8))
        {
            return TryEpoch(text["/Date(".Length..], out utcTicks);
        }

        Span<byte> room = stackalloc byte[Longest];
        var plain = Plain(text, room);
        return _time.TryIso(plain, out utcTicks) || _time.TrySlashed(plain, out utcTicks) || _time.TryNamed(plain, out utcTicks);
    }

    /// <summary>The two numbers before the year, where a text begins with a date of numbers only whose year comes last.</summary>
    public static bool TryNumbers(ReadOnlySpan<byte> text, out int first, out int second)
    {
        Span<byte> room = stackalloc byte[Longest];
        return TimeText.TrySlashedDate(Plain(text, room), out first, out second, out _, out _);
    }

    /// <summary>Milliseconds since 1970 in UTC, as .NET's older JSON writes them; an offset behind them is only for show.</summary>
    private static bool TryEpoch(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (!Utf8Parser.TryParse(text, out long milliseconds, out var used) || used == text.Length || text[used] is not ((byte)')' or (byte)'+' or (byte)'-'))
        {
            return false;
        }

        const long Least = 631_152_000_000;
        const long Most = 4_102_444_800_000;
        utcTicks = milliseconds is >= Least and < Most ? DateTime.UnixEpoch.Ticks + (milliseconds * TimeSpan.TicksPerMillisecond) : 0;
        return utcTicks > 0;
    }

    /// <summary>The text with plain spaces for the narrow and no-break ones that newer systems put before AM and PM, and without direction marks.</summary>
    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> text, Span<byte> room)
    {
        text = text.Trim((byte)' ');
        if (Ascii.IsValid(text) || text.Length > room.Length)
        {
            return text;
        }

        var length = 0;
        foreach (var rune in Encoding.UTF8.GetString(text).EnumerateRunes())
        {
            if (rune.Value is 0x200E or 0x200F)
            {
                continue;
            }

            var plain = Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune;
            if (length + plain.Utf8SequenceLength > room.Length)
            {
                return text;
            }

            length += plain.EncodeToUtf8(room[length..]);
        }

        return room[..length];
    }
}
