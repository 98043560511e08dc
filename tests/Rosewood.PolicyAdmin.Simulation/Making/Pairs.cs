using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>People who belong together: couples, partners of a job share, and part-timers' weekdays.</summary>
internal static class Pairs
{
    private static readonly DayOfWeek[] FirstHalf = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday];
    private static readonly DayOfWeek[] SecondHalf = [DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static void Join(SchoolOptions options, IReadOnlyList<SimulatedPerson> people)
    {
        var taken = new HashSet<SimulatedPerson>();
        foreach (var person in people.Where(p => p.Does(Behaviour.CoupleAtHome)).ToList())
        {
            if (taken.Add(person) && Next(people, person, p => !p.Does(Behaviour.CoupleAtHome) && taken.Add(p)) is { } partner)
            {
                partner.Cast(Behaviour.CoupleAtHome);
                partner.Cast(Behaviour.PrivatePcAtHome);
                partner.Home = person.Home;
            }
        }

        var sharers = new HashSet<SimulatedPerson>();
        foreach (var person in people.Where(p => p.Does(Behaviour.JobShareOnePc)).ToList())
        {
            if (!sharers.Contains(person) && Next(people, person, p => p is { Role: StaffRole.Teacher, IsSupply: false } && p.Room != Rooms.Suite && !p.Does(Behaviour.JobShareOnePc) && !p.Does(Behaviour.RunsBetweenRooms)) is { } partner)
            {
                partner.Cast(Behaviour.JobShareOnePc);
                ShareJob(person, partner);
                sharers.Add(person);
                sharers.Add(partner);
            }
        }

        foreach (var person in people.Where(p => p.Does(Behaviour.PartTime) && !sharers.Contains(p)))
        {
            var dice = Dice.Of(options.Seed, "part-time", person.Number);
            person.WorksOn = [.. person.WorksOn.OrderBy(_ => dice.Share()).Take(dice.Between(2, 4))];
        }
    }

    /// <summary>One room, one PC, half a week each; both come on Wednesdays.</summary>
    public static void ShareJob(SimulatedPerson first, SimulatedPerson second)
    {
        second.Room = first.Room;
        second.SecondRoom = first.SecondRoom;
        second.Pc = first.Pc;
        first.WorksOn = FirstHalf;
        second.WorksOn = SecondHalf;
    }

    private static SimulatedPerson? Next(IReadOnlyList<SimulatedPerson> people, SimulatedPerson person, Func<SimulatedPerson, bool> suits) =>
        people.Skip(person.Number + 1).Concat(people.Take(person.Number)).FirstOrDefault(suits);
}
