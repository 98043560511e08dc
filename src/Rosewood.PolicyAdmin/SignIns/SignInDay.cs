using System.Globalization;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One day of one account: a lane per device, as a person would draw it.</summary>
/// <param name="Date">The school's date.</param>
/// <param name="Lanes">The devices, in the order of first use.</param>
public sealed record SignInDay(DateOnly Date, IReadOnlyList<SignInLane> Lanes)
{
    private const int SchoolOpens = 7;
    private const int SchoolCloses = 18;

    /// <summary>The hours that a drawing of days needs: a school's day, and what lies outside of it.</summary>
    /// <returns>The first hour, and the hour at which it ends, exclusive.</returns>
    public static (int First, int End) HoursOf(params IReadOnlyCollection<SignInDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        var (first, end) = (SchoolOpens, SchoolCloses);
        foreach (var mark in days.SelectMany(static d => d.Lanes).SelectMany(static l => l.Marks))
        {
            first = Math.Min(first, mark.Time.Hour);
            end = Math.Max(end, mark.Time.Hour + 1);
        }

        return (first, end);
    }

    /// <summary>In one line, such as <c>Tue 3 Nov 2026 | R7-PC (school) 08:31, 08:44* | OFFICE-02 (school) 08:40*</c>; a star stands at what is evidence.</summary>
    public override string ToString() =>
        string.Join(" | ", Lanes.Select(static l => l.ToString()).Prepend(Date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)));
}
