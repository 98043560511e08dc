using System.Globalization;
using System.Text;
using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Texts;

/// <summary>Reads when a text was sent.</summary>
/// <param name="zone">The zone of times that name none.</param>
/// <param name="format">The pattern; null: whatever a program writes.</param>
/// <param name="dayFirst">Whether the day comes first in dates of numbers; null: such a date is read only where it leaves no choice.</param>
internal sealed class TextTime(TimeZoneInfo zone, string? format, bool? dayFirst)
{
    private const int Longest = 100;
    private const long MostSeconds = 4_102_444_800;
    private readonly RecordTime _any = new(zone, dayFirst);
    private readonly ZoneClock _clock = new(zone);

    /// <summary>Reads a time; a date alone is the day's beginning.</summary>
    /// <returns>False when it is none.</returns>
    public bool TryRead(string text, out long utcTicks)
    {
        utcTicks = 0;
        return text.Length is > 0 and <= Longest && format switch
        {
            "UnixSeconds" => TryEpoch(text, TimeSpan.TicksPerSecond, out utcTicks),
            "UnixMilliseconds" => TryEpoch(text, TimeSpan.TicksPerMillisecond, out utcTicks),
            null => _any.TryRead(Encoding.UTF8.GetBytes(text), out utcTicks) || _any.TryRead(Encoding.UTF8.GetBytes(text + " 00:00:00"), out utcTicks),
            _ => TryPattern(text, out utcTicks),
        };
    }

    private static bool TryEpoch(string text, long unit, out long utcTicks)
    {
        utcTicks = 0;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number <= 0 || number >= MostSeconds * (TimeSpan.TicksPerSecond / unit))
        {
            return false;
        }

        utcTicks = DateTime.UnixEpoch.Ticks + (number * unit);
        return true;
    }

    private bool TryPattern(string text, out long utcTicks)
    {
        utcTicks = 0;
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) || time.Year is < 1990 or > 2100)
        {
            return false;
        }

        utcTicks = time.Kind == DateTimeKind.Utc ? time.Ticks : _clock.ToUtc(time.Ticks);
        return true;
    }
}
