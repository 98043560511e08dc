using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>
/// What the demo school's computers logged of people who signed in and out, collected in one table: everybody at their own desk or in their
/// turn at a classroom's, and one login that two people use. The same on every platform.
/// </summary>
internal sealed class DemoSignIns
{
    /// <summary>The file.</summary>
    public const string ExportFile = "security-log.csv";

    /// <summary>Whose login somebody else uses too.</summary>
    public const string Shared = "e.pennington";

    private const int SignedIn = 4624;
    private const int Refused = 4625;
    private const int SignedOut = 4634;
    private const int AtTheComputer = 2;
    private const int Unlocked = 7;
    private const ulong Seed = 20261111;

    /// <summary>In the first week somebody in the library, in the second somebody at a desk in the office, while its owner is at lunch.</summary>
    private static readonly string[] Elsewhere = ["RW-LIB-01", "RW-OFF-05"];

    private readonly List<Row> _rows = [];

    /// <summary>Five weeks: habits are learned from the weeks before the fortnight.</summary>
    private static DateOnly FirstDay { get; } = DemoStories.FirstDay.AddDays(-21);

    /// <summary>Writes the table.</summary>
    public static void Write(string folder)
    {
        var signIns = new DemoSignIns();
        var roster = DemoRoster.Load();
        for (var day = FirstDay; day <= DemoStories.LastDay; day = day.AddDays(1))
        {
            // The autumn half-term is the week before the register begins.
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && (day < new DateOnly(2026, 10, 26) || day > new DateOnly(2026, 10, 30)))
            {
                signIns.SchoolDay(roster, day);
            }
        }

        Storage.PrivateFiles.WriteWhole(Path.Combine(folder, ExportFile), Encoding.UTF8.GetBytes(signIns.Table()));
    }

    private void SchoolDay(DemoRoster roster, DateOnly day)
    {
        var turn = 0;
        foreach (var person in roster.Staff)
        {
            var random = new DemoRandom(Seed, person.Login, day.DayNumber);
            var desk = roster.ComputerOf(person)?.Name;
            var (room, start) = desk is null ? DemoPeople.TurnOf(turn++) : (0, default);
            if (person.Roles[0] == People.Role.Governor || !person.IsEmployed(day) || random.Chance(4))
            {
                continue;
            }

            if (desk is not null)
            {
                Day(random, day, person.Login, desk);
                continue;
            }

            var (classroom, at) = ($"RW-CLS-{room:00}", DemoSchool.At(day, start.Hour, start.Minute).AddSeconds(random.Below(180)));
            Add(at, SignedIn, AtTheComputer, person.Login, classroom);
            Add(at.AddMinutes(28), SignedOut, AtTheComputer, person.Login, classroom);
            if (day >= DemoStories.FirstDay && person.Login is Shared && day.DayOfWeek is not (DayOfWeek.Wednesday or DayOfWeek.Friday))
            {
                Borrowed(at, person.Login, classroom, Elsewhere[(day.DayNumber - DemoStories.FirstDay.DayNumber) / 7]);
            }
        }
    }

    /// <summary>In before the bell, out and in again around lunch.</summary>
    private void Day(DemoRandom random, DateOnly day, string login, string computer)
    {
        Add(DemoSchool.At(day, 7, 45).AddSeconds(random.Below(2400)), SignedIn, AtTheComputer, login, computer);
        Add(DemoSchool.At(day, 12, 5).AddSeconds(random.Below(600)), SignedOut, AtTheComputer, login, computer);
        Add(DemoSchool.At(day, 12, 45).AddSeconds(random.Below(900)), SignedIn, AtTheComputer, login, computer);
        Add(DemoSchool.At(day, 15, 40).AddSeconds(random.Below(3600)), SignedOut, AtTheComputer, login, computer);
    }

    /// <summary>Somebody elsewhere under the login, while its owner is in the classroom.</summary>
    private void Borrowed(DateTimeOffset at, string login, string classroom, string elsewhere)
    {
        Add(at.AddMinutes(3), Refused, AtTheComputer, login, elsewhere);
        Add(at.AddMinutes(3.2), Refused, AtTheComputer, login, elsewhere);
        Add(at.AddMinutes(3.5), SignedIn, AtTheComputer, login, elsewhere);
        Add(at.AddMinutes(6), SignedIn, Unlocked, login, classroom);
        Add(at.AddMinutes(9), SignedIn, Unlocked, login, elsewhere);
        Add(at.AddMinutes(12), SignedIn, Unlocked, login, classroom);
        Add(at.AddMinutes(15), SignedIn, Unlocked, login, elsewhere);
        Add(at.AddMinutes(21), SignedOut, AtTheComputer, login, elsewhere);
    }

    private void Add(DateTimeOffset at, int id, int type, string login, string computer) => _rows.Add(new Row(at, id, type, login, computer));

    private string Table()
    {
        var text = new StringBuilder("TimeCreated,Id,TargetUserName,TargetDomainName,LogonType,Computer\n");
        foreach (var row in _rows.OrderBy(static r => r.At).ThenBy(static r => r.Computer, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z,{row.Id},{row.Login},ROSEWOOD,{row.Type},{row.Computer}.rosewood.example\n");
        }

        return text.ToString();
    }

    private sealed record Row(DateTimeOffset At, int Id, int Type, string Login, string Computer);
}
