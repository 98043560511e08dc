using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>Who works at the school, in which rooms.</summary>
internal static class Roster
{
    public const string Domain = "rosewood.example";

    private static readonly DayOfWeek[] Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static List<SimulatedPerson> Make(SchoolOptions options)
    {
        var dice = Dice.Of(options.Seed, "roster");
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var jobs = Jobs(options.StaffCount);
        var teachers = jobs.Count(j => j is { Roles: [StaffRole.Teacher], IsSupply: false });
        var people = new List<SimulatedPerson>();
        var (rooms, assistants) = (0, 0);
        foreach (var (roles, isSupply) in jobs)
        {
            var (name, login) = Names.Make(dice, taken);
            var (first, second) = roles[0] switch
            {
                StaffRole.Teacher when !isSupply => (Classroom(rooms, teachers), Classroom(++rooms, teachers)),
                StaffRole.Support => (Classroom(assistants, teachers), Classroom(++assistants, teachers)),
                StaffRole.HeadTeacher => (Rooms.Head, Rooms.Meeting),
                StaffRole.DeputyHead => (Rooms.Deputy, Rooms.Meeting),
                StaffRole.SeniorLeader => (Rooms.Leader(people.Count), Rooms.Meeting),
                StaffRole.SafeguardingLead => (Rooms.Safeguarding, Rooms.Meeting),
                StaffRole.Technician => (Rooms.Technicians, Rooms.Suite),
                StaffRole.Admin or StaffRole.DataProtectionOfficer => (Rooms.Office(people.Count), Rooms.Meeting),
                _ => (Rooms.Staff, Rooms.Meeting),
            };
            people.Add(Person(people.Count, name, login, roles, isSupply, first, second, dice));
        }

        foreach (var person in people)
        {
            person.Home = new Place("home of " + person.Login, PlaceKind.Home);
            person.Out = new Place("out with " + person.Login, PlaceKind.Out);
            person.WorksOn = Weekdays;
        }

        return people;
    }

    private static SimulatedPerson Person(int number, string name, string login, StaffRole[] roles, bool isSupply, Place first, Place second, Dice dice)
    {
        var person = new SimulatedPerson
        {
            Number = number,
            DisplayName = name,
            Login = login,
            Roles = roles,
            IsSupply = isSupply,
            Room = first,
            SecondRoom = second,
            StartDate = new DateOnly(dice.Between(2009, 2025), 9, 1),
        };
        person.Account = new SimulatedAccount
        {
            UserPrincipalName = login + "@" + Domain,
            DisplayName = name,
            UserId = dice.Guid(),
            Rid = 1100 + number,
            Owner = person,
        };
        return person;
    }

    /// <summary>The last classroom is the ICT suite.</summary>
    private static Place Classroom(int index, int count) => index % count == count - 1 ? Rooms.Suite : Rooms.Class((index % count) + 1);

    private static List<(StaffRole[] Roles, bool IsSupply)> Jobs(int count)
    {
        var jobs = new List<(StaffRole[] Roles, bool IsSupply)>
        {
            ([StaffRole.HeadTeacher], false),
            ([StaffRole.DeputyHead], false),
            ([StaffRole.SafeguardingLead], false),
            ([StaffRole.DataProtectionOfficer, StaffRole.Admin], false),
        };
        Add(jobs, count / 80 + 1, [StaffRole.Technician]);
        Add(jobs, count / 25, [StaffRole.SeniorLeader]);
        Add(jobs, Math.Max(3, count / 12), [StaffRole.Admin]);
        Add(jobs, count / 15, [StaffRole.Governor]);
        for (var i = 0; i < Math.Max(1, count / 15); i++)
        {
            jobs.Add(([StaffRole.Teacher], true));
        }

        var rest = count - jobs.Count;
        Add(jobs, (rest + 1) / 2, [StaffRole.Teacher]);
        Add(jobs, count - jobs.Count, [StaffRole.Support]);
        return jobs;
    }

    private static void Add(List<(StaffRole[] Roles, bool IsSupply)> jobs, int count, StaffRole[] roles)
    {
        for (var i = 0; i < count; i++)
        {
            jobs.Add((roles, false));
        }
    }
}
