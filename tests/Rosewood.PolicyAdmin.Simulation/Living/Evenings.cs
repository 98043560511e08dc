using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>A person's work from home: evenings, weekends, days of illness.</summary>
internal sealed class Evenings(DayBook day, SimulatedPerson person, SimulatedDevice? laptop)
{
    private readonly Dice _dice = day.Dice("evening", person);

    public void Live()
    {
        if (day.Absent.Contains(person))
        {
            if (day.IsSchoolDay && person.Does(Behaviour.IllButWorking) && laptop is not null)
            {
                Windows(laptop, _dice.About(640, 50), _dice.Between(30, 110), Behaviour.IllButWorking);
                Windows(laptop, _dice.About(850, 40), _dice.Between(20, 90), Behaviour.IllButWorking);
            }
        }
        else if (person.Does(Behaviour.RemoteDesktop) && person.PrivatePc is not null && _dice.Chance(0.2) && person.Pc is { } pc)
        {
            Remote(pc, person.PrivatePc);
        }
        else if (laptop is not null && _dice.Chance(day.IsSchoolDay ? 0.35 : 0.15))
        {
            Windows(laptop, _dice.About(day.IsSchoolDay ? 1190 : 900, 70), _dice.Between(20, 100), person.Does(Behaviour.VpnFromHome) ? Behaviour.VpnFromHome : null);
        }

        if (person.PrivatePc is { } own && person.PrivatePc.StandsIn == person.Home && _dice.Chance(person.Role == StaffRole.Governor ? 0.15 : 0.22))
        {
            Browse(own, _dice.About(day.IsSchoolDay ? 1230 : 1000, 80), _dice.Between(10, 70));
        }
    }

    private DeviceUse Use(SimulatedDevice device, double from, double minutes, UseKind kind) =>
        new(person, person.Account!, device, day.At(from), day.At(from + minutes), kind, person.Home);

    private void Windows(SimulatedDevice device, double from, double minutes, Behaviour? behaviour)
    {
        if (day.Use(Use(device, from, minutes, UseKind.Windows)) && behaviour is { } named)
        {
            person.Account!.Note(named);
        }
    }

    private void Browse(SimulatedDevice device, double from, double minutes)
    {
        if (day.Use(Use(device, from, minutes, UseKind.Browser)))
        {
            person.Account!.Note(Behaviour.PrivatePcAtHome);
        }
    }

    private void Remote(SimulatedDevice pc, SimulatedDevice through)
    {
        if (day.Use(Use(pc, _dice.About(1200, 60), _dice.Between(15, 80), UseKind.Remote) with { Through = through }))
        {
            person.Account!.Note(Behaviour.RemoteDesktop);
        }
    }
}
