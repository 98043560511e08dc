using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>The days on which something happens to a person once or rarely: by number of the school day.</summary>
internal sealed class LifeEvents(SchoolOptions options)
{
    /// <summary>Whether a thing that happens to a person once happens on this school day.</summary>
    public bool IsTheDay(Behaviour behaviour, SimulatedPerson person, DayBook day) =>
        day.IsSchoolDay && person.Does(behaviour) && day.SchoolDay == DayOf(behaviour, person);

    /// <summary>Whether the day on which a thing may happen to a person has come.</summary>
    public bool HasCome(Behaviour behaviour, SimulatedPerson person, DayBook day) =>
        day.IsSchoolDay && person.Does(behaviour) && day.SchoolDay >= DayOf(behaviour, person);

    /// <summary>Whether the person changed the password this many school days ago.</summary>
    public bool IsChangeDay(SimulatedPerson person, DayBook day, int daysAgo) =>
        person.Does(Behaviour.PasswordChange) && day.SchoolDay - daysAgo == DayOf(Behaviour.PasswordChange, person);

    /// <summary>Whether the person is abroad today: on a trip of three school days, or over a weekend.</summary>
    public TravelKind Travel(SimulatedPerson person, DayBook day)
    {
        if (!person.Does(Behaviour.TravelAbroad) || options.SchoolDays < 2)
        {
            return TravelKind.None;
        }

        var dice = Dice.Of(options.Seed, "travel", person.Number);
        var isTrip = dice.Chance(0.4) && person.Role is StaffRole.Teacher or StaffRole.Support && !person.IsSupply;
        var earliest = Math.Min(2, options.SchoolDays - 2);
        var first = dice.Between(earliest, Math.Max(earliest, options.SchoolDays - 7));
        if (isTrip)
        {
            return day.IsSchoolDay && day.SchoolDay >= first && day.SchoolDay < first + 3
                ? day.SchoolDay == first ? TravelKind.Out : day.SchoolDay == first + 2 ? TravelKind.Back : TravelKind.There
                : TravelKind.None;
        }

        // The weekend after that school day's week.
        var isWeekend = day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day.SchoolDay > first && day.SchoolDay <= first + 5;
        return !isWeekend ? TravelKind.None : day.Date.DayOfWeek == DayOfWeek.Saturday ? TravelKind.Out : TravelKind.Back;
    }

    private int DayOf(Behaviour behaviour, SimulatedPerson person) =>
        Dice.Of(options.Seed, "day-of", person.Number, (long)behaviour).Between(Math.Min(1, options.SchoolDays - 1), Math.Max(0, options.SchoolDays - 1));
}

/// <summary>A day of a journey.</summary>
internal enum TravelKind
{
    /// <summary>No journey.</summary>
    None,

    /// <summary>Out in the morning.</summary>
    Out,

    /// <summary>Abroad all day.</summary>
    There,

    /// <summary>Back in the evening.</summary>
    Back,
}
