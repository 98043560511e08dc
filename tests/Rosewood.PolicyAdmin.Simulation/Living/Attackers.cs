using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>Strangers abroad who try passwords, and one who has a phished one.</summary>
internal sealed class Attackers(SchoolOptions options, Networks networks, Records records, Passwords passwords, LifeEvents events)
{
    private static readonly SimulatedDevice Machine = new() { Name = "attacker's machine", Kind = DeviceKind.Hostile, OperatingSystem = "Linux", Browser = "Chrome 129.0.0" };

    /// <summary>The attacker, whom no register knows.</summary>
    public SimulatedPerson Attacker { get; } = new()
    {
        Number = 9000,
        DisplayName = "an attacker abroad",
        Login = "attacker",
        Roles = [],
        Room = Rooms.Staff,
        SecondRoom = Rooms.Staff,
        Home = new Place("an attacker's place", PlaceKind.Abroad),
    };

    public void Live(DayBook day, IReadOnlyList<SimulatedPerson> people)
    {
        if (day.IsSchoolDay && day.SchoolDay == Dice.Of(options.Seed, "spray").Between(0, options.SchoolDays - 1))
        {
            foreach (var person in people.Where(p => p.Does(Behaviour.PasswordSpray)))
            {
                Spray(day, person);
            }
        }

        foreach (var person in people.Where(p => events.IsTheDay(Behaviour.Phished, p, day)))
        {
            UseStolen(day, person);
        }
    }

    private void Spray(DayBook day, SimulatedPerson person)
    {
        var dice = day.Dice("spray", person);
        var minute = dice.About(200, 150);
        for (var i = dice.Between(3, 7); i > 0; i--)
        {
            minute += dice.Wait(50);
            SignIn(day.At(minute), person, networks.Hostile((person.Number * 10) + i), 50126, CloudApp.OfficeHome);
        }

        person.Account!.Note(Behaviour.PasswordSpray);
    }

    private void UseStolen(DayBook day, SimulatedPerson person)
    {
        var dice = day.Dice("phished", person);
        var egress = networks.Hostile(person.Number);
        var at = day.At(dice.About(1290, 60));
        SignIn(at, person, egress, 0, CloudApp.OfficeHome, SecondFactor.InToken);
        SignIn(at + (dice.Between(2, 9) * UkTime.Minute), person, egress, 0, CloudApp.OutlookWeb, SecondFactor.InToken);
        SignIn(at + (dice.Between(40, 70) * UkTime.Minute), person, egress, 53003, CloudApp.OutlookWeb);
        passwords.Change(person.Account!, at + (75 * UkTime.Minute));
        person.Account!.Note(Behaviour.Phished);
    }

    private void SignIn(long at, SimulatedPerson person, Egress egress, int error, CloudApp app, SecondFactor factor = SecondFactor.None) =>
        records.SignIn(at, person.Account!, app, Machine, egress, Attacker.Home, Attacker, error, factor);
}
