using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>What staff and pupils read on school computers through a day.</summary>
internal sealed class DemoPeople(DemoRoster roster, ulong seed)
{
    private const int ClassroomComputers = 12;
    private const int Minute = 60_000;

    /// <summary>A school day.</summary>
    public void SchoolDay(DemoDayLog log)
    {
        var withoutComputer = 0;
        foreach (var person in roster.Staff)
        {
            var computer = roster.ComputerOf(person);
            var turn = computer is null ? withoutComputer++ : 0;
            var random = new DemoRandom(seed, person.Login, log.Date.DayNumber);
            if (person.Roles[0] == Role.Governor || !person.IsEmployed(log.Date) || random.Chance(4))
            {
                continue;
            }

            if (computer is null)
            {
                SharedComputer(log, random, person, turn);
            }
            else
            {
                OwnComputer(log, random, person, computer);
            }
        }

        Pupils(log);
    }

    /// <summary>A few people plan their week from home, through the VPN.</summary>
    public void Weekend(DemoDayLog log)
    {
        var number = 0;
        foreach (var person in roster.Staff.Where(p => p.Roles[0] == Role.Teacher && p.IsEmployed(log.Date)))
        {
            number++;
            var random = new DemoRandom(seed, person.Login, log.Date.DayNumber);
            if (random.Chance(35))
            {
                var start = DemoDayLog.At(random.Between(13, 19), random.Below(60));
                Work(log, random, new DemoClient(VpnAddress(number), person.Login), start, start + (random.Between(40, 110) * Minute), DemoSites.Office, DemoSites.Teaching, 3, 7);
            }
        }
    }

    /// <summary>Laptops log in with Kerberos, so the proxy writes the realm too; the others with the plain name.</summary>
    public static string LoginAsLogged(string login, DemoDevice computer) =>
        computer.Name.StartsWith("RW-LAP", StringComparison.Ordinal) ? login + "@ROSEWOOD.EXAMPLE" : login;

    /// <summary>The classroom and the time of those who have no computer of their own: they share in turns that do not overlap.</summary>
    /// <param name="turn">The how manieth of them, from 0.</param>
    public static (int Room, TimeOnly Start) TurnOf(int turn) => (1 + (turn % ClassroomComputers), (turn / ClassroomComputers) switch
    {
        0 => new TimeOnly(8, 0),
        1 => new TimeOnly(12, 14),
        _ => new TimeOnly(15, 20),
    });

    /// <summary>The address that the nth laptop has at home.</summary>
    public static string VpnAddress(int number) => $"10.60.0.{20 + number}";

    private static void OwnComputer(DemoDayLog log, DemoRandom random, DemoStaff person, DemoDevice computer)
    {
        var client = new DemoClient(computer.Address, LoginAsLogged(person.Login, computer));
        var arrives = DemoDayLog.At(7, 35) + (random.Between(0, 50) * Minute);
        var leaves = DemoDayLog.At(15, 35) + (random.Between(0, 100) * Minute);
        var teaches = person.Roles.Contains(Role.Teacher);
        foreach (var part in DemoTimetable.For(log.Date.DayOfWeek).Parts)
        {
            var (from, until) = (Math.Max(part.From, arrives), Math.Min(part.Until, leaves));
            if (from >= until || (!part.InSession && from > arrives && random.Chance(25)))
            {
                continue;
            }

            var (first, second) = (teaches, part.InSession) switch
            {
                (true, true) => (DemoSites.Teaching, DemoSites.Teaching),
                (true, false) => (DemoSites.Office, DemoSites.Teaching),
                (false, true) => (DemoSites.Office, DemoSites.Office),
                (false, false) => (DemoSites.Office, DemoSites.Leisure),
            };
            var (least, most) = (teaches, part.InSession) switch { (true, true) => (5, 12), (true, false) => (3, 7), _ => (3, 8) };
            Work(log, random, client, from + random.Between(0, 3 * Minute), until, first, second, least, most);
        }
    }

    /// <summary>Support staff share the classroom computers in turns that do not overlap.</summary>
    private static void SharedComputer(DemoDayLog log, DemoRandom random, DemoStaff person, int turn)
    {
        var (room, from) = TurnOf(turn);
        var client = new DemoClient($"10.20.2.{10 + room}", person.Login);
        var start = DemoDayLog.At(from.Hour, from.Minute);
        Work(log, random, client, start + random.Between(0, 4 * Minute), start + (random.Between(24, 34) * Minute), DemoSites.Office, DemoSites.Leisure, 1, 2);
    }

    private void Pupils(DemoDayLog log)
    {
        for (var i = 0; i < ClassroomComputers; i++)
        {
            var random = new DemoRandom(seed, "pupil" + (char)('a' + i), log.Date.DayNumber);
            var client = new DemoClient($"10.20.2.{11 + i}", $"p.{1960 + (i * 9)}");
            foreach (var part in DemoTimetable.For(log.Date.DayOfWeek).Parts.Where(p => p.InSession))
            {
                if (random.Chance(70))
                {
                    var start = part.From + (random.Between(8, 25) * Minute);
                    Work(log, random, client, start, Math.Min(start + (random.Between(20, 45) * Minute), part.Until - Minute), DemoSites.Teaching, DemoSites.Teaching, 4, 9);
                }
            }
        }
    }

    private static void Work(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, DemoSite[] first, DemoSite[] second, int leastMinutes, int mostMinutes)
    {
        log.Challenge(random, client, from, first[0].Host);
        for (var at = from; at < until; at += random.Between(leastMinutes * Minute, mostMinutes * Minute))
        {
            var site = random.Pick<DemoSite>(random.Chance(65) ? first : second);
            var done = log.Page(random, client, at, site, random.Between(3, 9));
            if (random.Chance(8))
            {
                log.Get(random, client, done + random.Between(100, 9_000), random.Pick<string>(DemoSites.Downloads));
            }

            if (random.Chance(2))
            {
                log.Fail(client, done + random.Between(50, 500));
            }
        }
    }
}
