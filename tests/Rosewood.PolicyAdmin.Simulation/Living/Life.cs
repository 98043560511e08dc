using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>What honest people do with their own accounts on a day.</summary>
internal sealed class Life(SchoolOptions options, IReadOnlyList<SimulatedPerson> people, Estate estate, LifeEvents events)
{
    /// <summary>Who lends a laptop to whom today.</summary>
    private readonly Dictionary<SimulatedPerson, SimulatedPerson> _lent = [];

    /// <summary>Settles who borrows today; before anybody's uses.</summary>
    public void Lend(DayBook day)
    {
        _lent.Clear();
        foreach (var person in people.Where(p => day.AtWork.Contains(p) && events.HasCome(Behaviour.BorrowedLaptop, p, day) && !p.Account!.Occurred.Contains(Behaviour.BorrowedLaptop)))
        {
            var lender = people
                .Where(p => p != person && p.Laptop is not null && !_lent.ContainsKey(p) && !_lent.ContainsValue(p))
                .OrderBy(p => Dice.Of(options.Seed, "lender", p.Number, person.Number).Share())
                .FirstOrDefault();
            if (lender is not null)
            {
                _lent[lender] = person;
            }
        }
    }

    /// <summary>Writes down the day's uses of a person, who may work with another's account at school today in place of the own.</summary>
    public void Live(DayBook day, SimulatedPerson person, bool usesAnothers)
    {
        if (day.Date < person.AccountFrom)
        {
            return;
        }

        var dice = day.Dice("life", person);
        var stays = day[person].Stays.ToList();
        var lastAtPc = stays.FindLast(s => s.Place == person.Room)?.From;
        foreach (var stay in stays)
        {
            if (stay.Place.IsInSchool && !usesAnothers)
            {
                InRoom(day, person, stay, dice, isLast: stay.From == lastAtPc);
            }
            else if (stay.Place.Kind == PlaceKind.OtherSite && person.Laptop is not null)
            {
                Add(day, person, person.Laptop, stay, dice.Between(5, 20), stay.Minutes - 20, UseKind.Windows, logsOff: false);
            }
        }

        new Evenings(day, person, _lent.ContainsKey(person) || _lent.ContainsValue(person) ? null : person.Laptop).Live();
    }

    private static bool Add(DayBook day, SimulatedPerson person, SimulatedDevice device, Stay stay, double after, double minutes, UseKind kind, bool logsOff)
    {
        var from = stay.From + (long)(after * UkTime.Minute);
        return day.Use(new DeviceUse(person, person.Account!, device, from, Math.Min(stay.To, from + (long)(minutes * UkTime.Minute)), kind, stay.Place) { LogsOff = logsOff });
    }

    private SimulatedDevice? LaptopOf(SimulatedPerson person) =>
        _lent.ContainsKey(person) ? null : _lent.FirstOrDefault(l => l.Value == person).Key is { } lender ? lender.Laptop : person.Laptop;

    private void InRoom(DayBook day, SimulatedPerson person, Stay stay, Dice dice, bool isLast)
    {
        if (stay.Place == person.Room && person.Pc is { } pc && pc.StandsIn == stay.Place)
        {
            AtOwnPc(day, person, pc, stay, dice, isLast);
        }
        else if (person.Role == StaffRole.Support)
        {
            Assist(day, person, stay, dice);
        }
        else if (person.IsSupply && person.Does(Behaviour.SupplyOnManyPcs) && estate.In(stay.Place).FirstOrDefault() is { } classPc)
        {
            if (Add(day, person, classPc, stay, dice.Between(2, 10), stay.Minutes, UseKind.Windows, dice.Chance(0.5)))
            {
                person.Account!.Note(Behaviour.SupplyOnManyPcs);
            }
        }
        else if (stay.Place == Rooms.Staff && person.Does(Behaviour.HotDesking) && stay.Minutes >= 12 && dice.Chance(0.45))
        {
            HotDesk(day, person, stay, dice);
        }
        else if (stay.Place == person.SecondRoom && person.Role is StaffRole.Teacher && estate.In(stay.Place).FirstOrDefault() is { } second)
        {
            if (Add(day, person, second, stay, person.Does(Behaviour.RunsBetweenRooms) ? 0.4 : 3, stay.Minutes, UseKind.Windows, dice.Chance(0.5)) && person.Does(Behaviour.RunsBetweenRooms))
            {
                person.Account!.Note(Behaviour.RunsBetweenRooms);
            }
        }
        else if (person.Role == StaffRole.Technician)
        {
            Visit(day, person, stay, dice);
        }
        else if (stay.Minutes < 10)
        {
            if (Visit(day, person, stay, dice) && person.Does(Behaviour.QuickLookAtColleagues))
            {
                person.Account!.Note(Behaviour.QuickLookAtColleagues);
            }
        }
        else if (LaptopOf(person) is { } laptop && stay.Minutes > 18 && dice.Chance(0.65))
        {
            OnLaptop(day, person, laptop, stay, dice);
        }
    }

    private void AtOwnPc(DayBook day, SimulatedPerson person, SimulatedDevice pc, Stay stay, Dice dice, bool isLast)
    {
        if (stay.Minutes < 4)
        {
            return;
        }

        var leavesOn = person.Does(Behaviour.PcLeftSignedIn) && dice.Chance(0.5);
        if (Add(day, person, pc, stay, dice.Between(10, 50) / 10.0, stay.Minutes, UseKind.Windows, isLast && !leavesOn && dice.Chance(0.75)) && person.Does(Behaviour.JobShareOnePc))
        {
            person.Account!.Note(Behaviour.JobShareOnePc);
        }

        if (day.Absent.Contains(person))
        {
            person.Account!.Note(Behaviour.AbsentButCameIn);
        }

        if (stay.Minutes > 12 && dice.Chance(0.9) && LaptopOf(person) is { } laptop && (person.Does(Behaviour.LaptopBesidePc) || laptop != person.Laptop))
        {
            OnLaptop(day, person, laptop, stay, dice);
            person.Account!.Note(laptop == person.Laptop ? Behaviour.LaptopBesidePc : Behaviour.BorrowedLaptop);
        }

        if (person.Does(Behaviour.IctTeacherInSuite) && stay.Minutes > 40 && dice.Chance(0.4))
        {
            var after = dice.Between(5, 12);
            foreach (var pupilPc in estate.In(stay.Place).Where(d => d != pc).OrderBy(_ => dice.Share()).Take(dice.Between(2, 5)).ToList())
            {
                Add(day, person, pupilPc, stay, after, dice.Between(2, 4), UseKind.Windows, logsOff: true);
                after += dice.Between(2, 5);
                person.Account!.Note(Behaviour.IctTeacherInSuite);
            }
        }
    }

    private static void OnLaptop(DayBook day, SimulatedPerson person, SimulatedDevice laptop, Stay stay, Dice dice)
    {
        if (Add(day, person, laptop, stay, dice.Between(2, 9), stay.Minutes, UseKind.Windows, logsOff: false) && laptop != person.Laptop)
        {
            person.Account!.Note(Behaviour.BorrowedLaptop);
        }
    }

    private void Assist(DayBook day, SimulatedPerson person, Stay stay, Dice dice)
    {
        if (stay.Place == Rooms.Staff && person.Does(Behaviour.HotDesking) && stay.Minutes >= 12 && dice.Chance(0.45))
        {
            HotDesk(day, person, stay, dice);
        }
        else if (person.Does(Behaviour.SharedClassroomPc) && stay.Minutes > 25 && dice.Chance(0.35) && estate.In(stay.Place).FirstOrDefault() is { } pc)
        {
            if (Add(day, person, pc, stay, dice.Between(3, 15), dice.Between(5, 18), UseKind.Windows, dice.Chance(0.6)))
            {
                person.Account!.Note(Behaviour.SharedClassroomPc);
            }
        }
    }

    private void HotDesk(DayBook day, SimulatedPerson person, Stay stay, Dice dice)
    {
        var from = stay.From + UkTime.Minute;
        var free = estate.In(Rooms.Staff).Where(d => !day.Uses.Any(u => u.Device == d && u.From < stay.To && u.To > from)).ToList();
        if (free.Count > 0 && Add(day, person, dice.Pick(free), stay, 1, dice.Between(8, 30), UseKind.Windows, logsOff: true))
        {
            person.Account!.Note(Behaviour.HotDesking);
        }
    }

    private bool Visit(DayBook day, SimulatedPerson person, Stay stay, Dice dice) =>
        estate.In(stay.Place).FirstOrDefault() is { } pc &&
        Add(day, person, pc, stay, 0.6, dice.Between(2, 6), dice.Chance(0.5) ? UseKind.Windows : UseKind.Browser, logsOff: true);
}
