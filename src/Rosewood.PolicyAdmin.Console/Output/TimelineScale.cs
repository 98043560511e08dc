using System.Globalization;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>How hours become columns: the same for all days of a drawing, so that they compare.</summary>
/// <param name="First">The first hour shown.</param>
/// <param name="End">The hour at which it ends, exclusive.</param>
/// <param name="Minutes">Minutes for each column; a divisor of 60.</param>
internal readonly record struct TimelineScale(int First, int End, int Minutes)
{
    /// <summary>The narrowest room for a device's name.</summary>
    public const int LeastLabel = 12;

    /// <summary>Columns between name and strip.</summary>
    public const int Gap = 2;

    private const int HourText = 3;
    private static readonly int[] Steps = [10, 15, 30, 60];

    /// <summary>The columns of a strip.</summary>
    public int Columns => (End - First) * 60 / Minutes;

    /// <summary>The finest scale that the width has room for.</summary>
    public static TimelineScale For(IReadOnlyList<SignInDay> days, int width)
    {
        var (first, end) = SignInDay.HoursOf(days);
        var fits = Array.Find(Steps, s => ((end - first) * 60 / s) + Gap + LeastLabel <= width);
        return new TimelineScale(first, end, fits == 0 ? Steps[^1] : fits);
    }

    /// <summary>The column of a time.</summary>
    public int ColumnOf(DateTimeOffset time) => (((time.Hour - First) * 60) + time.Minute) / Minutes;

    /// <summary>The hours, each above its first column; as many as have room.</summary>
    public string Axis()
    {
        var columns = 60 / Minutes;
        var every = (HourText + columns - 1) / columns;
        var axis = new char[Columns];
        Array.Fill(axis, ' ');
        for (var hour = First; hour < End; hour += every)
        {
            var at = (hour - First) * columns;
            var text = hour.ToString("00", CultureInfo.InvariantCulture);
            if (at + text.Length <= axis.Length)
            {
                text.CopyTo(0, axis, at, text.Length);
            }
        }

        return new string(axis).TrimEnd();
    }
}
