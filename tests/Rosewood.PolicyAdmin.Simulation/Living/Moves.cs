using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>What honest behaviours change in where a person goes; done before anybody's day is lived.</summary>
internal sealed class Moves(SchoolOptions options, IReadOnlyList<SimulatedPerson> people, LifeEvents events)
{
    private readonly Dictionary<SimulatedPerson, int> _cameIn = [];

    public void Plan(DayBook day, SimulatedPerson person)
    {
        var travel = events.Travel(person, day);
        if (travel != TravelKind.None && !day.Absent.Contains(person))
        {
            Journey(day, person, travel);
            return;
        }

        DayPlanner.Plan(day, person);
        var dice = day.Dice("moves", person);
        if (day.AtWork.Contains(person))
        {
            InSchool(day, person, dice);
        }
        else if (day.IsSchoolDay && day.Absent.Contains(person) && person.Does(Behaviour.AbsentButCameIn) && dice.Chance(0.6) && _cameIn.GetValueOrDefault(person) < 2)
        {
            // Nobody comes in more often than twice while ill.
            _cameIn[person] = _cameIn.GetValueOrDefault(person) + 1;
            var from = dice.About(470, 10);
            day[person].Visit(day.At(from), day.At(from + dice.Between(20, 40)), person.Room);
        }
    }

    private static void Journey(DayBook day, SimulatedPerson person, TravelKind travel)
    {
        day.AtWork.Remove(person);
        var abroad = new Place("abroad with " + person.Login, PlaceKind.Abroad);
        var plan = day[person];
        if (travel == TravelKind.Out)
        {
            plan.Then(day.At(0), day.At(320), person.Home);
        }

        plan.Then(travel == TravelKind.Out ? day.At(650) : day.At(0), travel == TravelKind.Back ? day.At(990) : day.At(1440), abroad);
        if (travel == TravelKind.Back)
        {
            plan.Then(day.At(1290), day.At(1440), person.Home);
        }
    }

    private void InSchool(DayBook day, SimulatedPerson person, Dice dice)
    {
        if (person is { Role: StaffRole.Teacher, IsSupply: false })
        {
            var (weekday, from, to) = DayPlanner.Planning(options.Seed, person);
            if (day.Date.DayOfWeek == weekday)
            {
                DayPlanner.GoPlanning(day, person, from, to);
            }

            if (dice.Chance(0.04))
            {
                day[person].Visit(day.At(AfternoonCover), day.At(AfternoonCover + dice.Between(30, 60)), person.SecondRoom);
            }
        }

        if (person.Does(Behaviour.RunsBetweenRooms) && dice.Chance(0.6))
        {
            var from = dice.Between(664, 690);
            day[person].Visit(day.At(from), day.At(from + dice.Between(20, 40)), person.SecondRoom);
            if (dice.Chance(0.5))
            {
                var again = dice.Between(540, 600);
                day[person].Visit(day.At(again), day.At(again + dice.Between(3, 7)), person.SecondRoom);
            }
        }

        if (person.Does(Behaviour.QuickLookAtColleagues) && (dice.Chance(0.1) || events.IsTheDay(Behaviour.QuickLookAtColleagues, person, day)))
        {
            var rooms = people.Where(p => p is { Role: StaffRole.Teacher, IsSupply: false } && p.Room != person.Room).ToList();
            var from = dice.Between(920, 940);
            day[person].Visit(day.At(from), day.At(from + dice.Between(4, 9)), dice.Pick(rooms).Room);
        }

        if (person.Role == StaffRole.DeputyHead && dice.Chance(0.06))
        {
            day[person].Visit(day.At(575), day.At(850), Rooms.OtherSite);
        }

        if (person.Role == StaffRole.Technician && dice.Chance(0.5))
        {
            var from = dice.Between(560, 880);
            day[person].Visit(day.At(from), day.At(from + dice.Between(8, 25)), dice.Pick(people).Room);
        }
    }

    private const int AfternoonCover = 800;
}
