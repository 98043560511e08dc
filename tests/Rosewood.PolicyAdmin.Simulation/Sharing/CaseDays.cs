using Rosewood.PolicyAdmin.Simulation.Living;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Sharing;

/// <summary>On which days a shared account is to be used by somebody else. A day on which it could not be is made up for later.</summary>
internal static class CaseDays
{
    /// <summary>Counts the day, and says whether somebody else is to use the account on it.</summary>
    public static bool IsDue(SharingCase made, DayBook day, SchoolOptions options)
    {
        if (!day.IsSchoolDay)
        {
            return false;
        }

        if (IsScheduled(made, day, options))
        {
            made.DaysDue = Math.Min(made.DaysDue + 1, made.DaysUsed + 2);
        }

        return made.DaysUsed < made.DaysDue;
    }

    private static bool IsScheduled(SharingCase made, DayBook day, SchoolOptions options)
    {
        var dice = Dice.Of(options.Seed, "due", made.Owner.Number, day.Date.DayNumber);
        switch (made.Strength)
        {
            case SharingStrength.Habitual:
                return dice.Chance(0.8);
            case SharingStrength.Regular:
                // One to three days of the five.
                var week = Dice.Of(options.Seed, "due-week", made.Owner.Number, (day.Date.DayNumber - 1) / 7);
                var count = week.Between(1, 3);
                return new[] { 1, 2, 3, 4, 5 }.OrderBy(_ => week.Share()).Take(count).Contains((int)day.Date.DayOfWeek);
            case SharingStrength.Occasional:
                // One day in about fifteen school days: one or two a month.
                var block = Dice.Of(options.Seed, "due-block", made.Owner.Number, day.SchoolDay / 15);
                return day.SchoolDay % 15 == block.Between(0, Math.Min(14, options.SchoolDays - 1));
            default:
                // Who is new gets the own account after three weeks at the earliest.
                var latest = made.Story == SharingStory.NewStarterWithoutAccount ? Math.Min(8, options.SchoolDays / 2) : options.SchoolDays / 2;
                return day.SchoolDay == Dice.Of(options.Seed, "due-once", made.Owner.Number).Between(latest / 2, latest);
        }
    }
}
