using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>Where a person is on an ordinary day. Minutes are after midnight, school time.</summary>
internal static class DayPlanner
{
    private const int Break = 645;
    private const int AfterBreak = 660;
    private const int Lunch = 750;
    private const int AfterLunch = 790;
    private const int End = 915;

    public static void Plan(DayBook day, SimulatedPerson person)
    {
        var dice = day.Dice("day", person);
        if (day.AtWork.Contains(person))
        {
            Work(day, person, dice);
        }
        else
        {
            Free(day, person, dice);
        }
    }

    /// <summary>The lesson in which a teacher is freed for planning: a weekday and a half of the morning or afternoon.</summary>
    public static (DayOfWeek Day, int From, int To) Planning(ulong seed, SimulatedPerson person)
    {
        var dice = Dice.Of(seed, "planning", person.Number);
        var day = person.WorksOn.Count > 0 ? dice.Pick(person.WorksOn) : DayOfWeek.Monday;
        return dice.Chance(0.5) ? (day, AfterBreak + 2, Lunch) : (day, AfterLunch + 2, End);
    }

    /// <summary>Goes to plan: the staff room or the meeting room.</summary>
    public static void GoPlanning(DayBook day, SimulatedPerson person, int from, int to)
    {
        var dice = day.Dice("planning-place", person);
        day[person].Visit(day.At(from), day.At(to), dice.Chance(0.6) ? Rooms.Staff : Rooms.Meeting);
    }

    private static void Work(DayBook day, SimulatedPerson person, Dice dice)
    {
        var plan = day[person];
        var commute = Dice.Of(7, "commute", person.Number).Between(10, 45);
        var arrives = dice.About(person.Role is StaffRole.Support ? 500 : person.Role is StaffRole.Admin ? 475 : 470, 18);
        var leaves = person.Role switch
        {
            StaffRole.Support => dice.About(940, 10),
            StaffRole.Admin or StaffRole.DataProtectionOfficer => dice.About(985, 20),
            _ => dice.About(1000, 45),
        };
        plan.Then(day.At(0), day.At(arrives - commute), person.Home);
        InSchool(day, person, arrives, leaves, dice);
        Evening(day, person, leaves + commute, dice);
    }

    private static void InSchool(DayBook day, SimulatedPerson person, double arrives, double leaves, Dice dice)
    {
        var plan = day[person];
        var (first, second) = (person.Room, person.Room);
        if (person.Role == StaffRole.Support && dice.Chance(0.4))
        {
            second = person.SecondRoom;
        }
        else if (person.IsSupply)
        {
            first = second = Rooms.Class(dice.Between(1, 6));
        }

        var breakAway = dice.Chance(0.45);
        var lunchAway = dice.Chance(0.7);
        plan.Then(day.At(arrives), day.At(Break), first);
        plan.Then(day.At(Break), day.At(AfterBreak), breakAway ? Rooms.Staff : first);
        if (person.IsLeader && dice.Chance(0.5))
        {
            plan.Then(day.At(AfterBreak), day.At(AfterBreak + 40), Rooms.Meeting);
        }

        plan.Then(day.At(AfterBreak), day.At(Lunch), dice.Chance(0.5) ? first : second);
        plan.Then(day.At(Lunch), day.At(AfterLunch), lunchAway ? dice.Chance(0.6) ? Rooms.Staff : Rooms.Hall : first);
        plan.Then(day.At(AfterLunch), day.At(End), second);
        if (person.Role is StaffRole.Teacher && dice.Chance(0.2))
        {
            plan.Then(day.At(End + 5), day.At(Math.Min(leaves - 10, 975)), Rooms.Hall);
        }

        plan.Then(day.At(End), day.At(leaves), first);
    }

    private static void Evening(DayBook day, SimulatedPerson person, double home, Dice dice)
    {
        var plan = day[person];
        if (dice.Chance(0.25))
        {
            plan.Then(day.At(home), day.At(1080), person.Home);
            plan.Then(day.At(1100), day.At(dice.About(1230, 40)), person.Out);
        }

        plan.Then(day.At(home), day.At(1440), person.Home);
    }

    private static void Free(DayBook day, SimulatedPerson person, Dice dice)
    {
        var plan = day[person];
        if (!day.Absent.Contains(person) && dice.Chance(0.6))
        {
            var goes = dice.About(660, 90);
            plan.Then(day.At(0), day.At(goes), person.Home);
            plan.Then(day.At(goes + 10), day.At(goes + dice.Between(60, 260)), person.Out);
        }

        plan.Then(day.At(0), day.At(1440), person.Home);
    }
}
