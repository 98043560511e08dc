using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>Lives through the school's days, one after another.</summary>
internal sealed class SchoolLife
{
    private readonly SchoolOptions _options;
    private readonly List<SimulatedPerson> _staff;
    private readonly List<SimulatedPerson> _everybody;
    private readonly IReadOnlyList<SharingCase> _cases;
    private readonly IReadOnlyList<Absence> _absences;
    private readonly Estate _estate;
    private readonly LifeEvents _events;
    private readonly Passwords _passwords;
    private readonly Moves _moves;
    private readonly Life _life;
    private readonly CaseActs _acts;
    private readonly Desk _desk;
    private readonly Phones _phones;
    private readonly Machines _machines;
    private readonly Attackers _attackers;

    public SchoolLife(SchoolOptions options, List<SimulatedPerson> staff, IReadOnlyList<SharingCase> cases, IReadOnlyList<Absence> absences, Estate estate, IReadOnlyList<DateOnly> schoolDays)
    {
        (_options, _staff, _cases, _absences, _estate, SchoolDays) = (options, staff, cases, absences, estate, schoolDays);
        _everybody = [.. staff, .. cases.SelectMany(c => c.Others).Where(o => !o.IsStaff)];
        var networks = new Networks(options.Seed);
        _events = new LifeEvents(options);
        _passwords = new Passwords(options);
        _moves = new Moves(options, staff, _events);
        _life = new Life(options, staff, estate, _events);
        _acts = new CaseActs(options, estate);
        _desk = new Desk(options, networks, Records, _passwords);
        _phones = new Phones(options, networks, Records, _events);
        _machines = new Machines(options, estate, Records);
        _attackers = new Attackers(options, networks, Records, _passwords, _events);
    }

    public Records Records { get; } = new();

    public IReadOnlyList<DateOnly> SchoolDays { get; }

    public IReadOnlyList<SimulatedAccount> DeclaredShared => _machines.Accounts;

    public void Live()
    {
        var last = SchoolDays[^1];
        for (var date = SchoolDays[0]; date <= last; date = date.AddDays(1))
        {
            var isSchoolDay = SchoolTerms.IsSchoolDay(date);
            var day = new DayBook(_options.Seed, date, SchoolDays.Count(d => d < date), isSchoolDay);
            Live(day);
        }
    }

    private void Live(DayBook day)
    {
        Attend(day);
        Happen(day);
        foreach (var person in _everybody)
        {
            _moves.Plan(day, person);
        }

        var due = _cases.Where(c => CaseDays.IsDue(c, day, _options)).ToList();
        due.ForEach(c => _acts.Prepare(c, day));
        _life.Lend(day);
        var replaced = due.Where(CaseActs.Replaces).SelectMany(c => c.Others).ToHashSet();
        foreach (var person in _staff)
        {
            _life.Live(day, person, replaced.Contains(person));
        }

        foreach (var made in due.Where(c => _acts.Act(c, day)))
        {
            made.DaysUsed++;
        }

        // Uses are planned by different hands; they happen in the order of time.
        foreach (var use in day.Uses.OrderBy(u => u.From).ThenBy(u => u.Actor.Number).ThenBy(u => u.Device.Name, StringComparer.Ordinal))
        {
            _desk.Perform(use);
        }

        _desk.EndDay(day);
        foreach (var person in _staff)
        {
            _phones.Live(day, person);
        }

        foreach (var made in _cases)
        {
            _phones.LiveShared(day, made);
        }

        _machines.Live(day);
        _attackers.Live(day, _staff);
    }

    private void Attend(DayBook day)
    {
        foreach (var absence in _absences.Where(a => a.From <= day.Date && a.To >= day.Date))
        {
            day.Absent.Add(absence.Person);
        }

        foreach (var person in _staff.Where(p => day.IsSchoolDay && !day.Absent.Contains(p) && p.WorksOn.Contains(day.Date.DayOfWeek)))
        {
            var comes = person.Role == StaffRole.Governor ? day.Dice("comes", person).Chance(0.05)
                : !person.IsSupply || (person.Does(Behaviour.SupplyOnManyPcs) && day.Dice("comes", person).Chance(0.35));
            if (comes)
            {
                day.AtWork.Add(person);
            }
        }
    }

    /// <summary>What happens to a person or machine on a day.</summary>
    private void Happen(DayBook day)
    {
        foreach (var person in _staff)
        {
            var account = person.Account!;
            if (person.Does(Behaviour.PartTime))
            {
                account.Note(Behaviour.PartTime);
            }

            if (person.Does(Behaviour.ForgottenPassword) && (SchoolTerms.IsFirstAfterHoliday(day.Date) || (day.IsSchoolDay && day.SchoolDay == 0)))
            {
                _passwords.Forget(account);
            }

            if (_events.IsTheDay(Behaviour.PasswordChange, person, day))
            {
                _passwords.Change(account, day.At(500));
                account.Note(Behaviour.PasswordChange);
            }

            if (_events.IsTheDay(Behaviour.ReplacedLaptop, person, day) && person.Laptop is not null)
            {
                person.Laptop = _estate.AddLaptop(person);
                account.Note(Behaviour.ReplacedLaptop);
            }

            if (_events.IsTheDay(Behaviour.ReinstalledDevice, person, day) && (person.Laptop ?? person.Pc) is { } device)
            {
                device.EntraId = Dice.Of(_options.Seed, "reinstalled", person.Number).Guid();
                account.Note(Behaviour.ReinstalledDevice);
            }

            if (_events.IsTheDay(Behaviour.NewAuthenticatorPhone, person, day))
            {
                person.Phone = _estate.AddPhone(person, 2);
                account.Note(Behaviour.NewAuthenticatorPhone);
            }
        }
    }
}
