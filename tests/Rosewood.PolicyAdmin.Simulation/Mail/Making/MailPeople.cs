using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Staff with their personal addresses, families, and what they have declared.</summary>
internal sealed class MailPeople
{
    private readonly MailOptions _options;
    private readonly List<Family> _families = [];
    private readonly List<Declaration> _declarations = [];
    private readonly Dictionary<int, MailPerson> _close = [];

    public MailPeople(MailOptions options, MailCasting casting)
    {
        _options = options;
        Staff = [.. Roster.Make(new SchoolOptions { Seed = options.Seed, StaffCount = options.StaffCount }).Select(Writer)];
        casting.CastStaff(Staff);
        foreach (var person in Staff.Where(p => p.Does(MailBehaviour.AlikeColleagues)))
        {
            person.PersonalAddress = MailAddresses.ByInitial(Throw("alike", person), person.Name);
            person.IsRegistered = true;
        }

        foreach (var person in Staff.Where(p => p.Does(MailBehaviour.LeaverForwarded)))
        {
            person.EndDate = Day(options.SchoolDays / 2);
        }

        foreach (var person in Staff.Where(p => p.Does(MailBehaviour.GovernorPrivateAddress) || p.Does(MailBehaviour.SupplyAgency)))
        {
            person.IsRegistered = true;
        }

        TakeFamilies();
        var cast = casting.CastFamilies(_close.Keys.ToHashSet());
        var teachers = Staff.Where(p => p.Person is { Role: StaffRole.Teacher, IsSupply: false }).ToList();
        var maker = new FamilyMaker(options, Staff);
        for (var number = 0; number < options.FamilyCount; number++)
        {
            var close = _close.GetValueOrDefault(number);
            var teacher = teachers[number % teachers.Count] == close ? teachers[(number + 1) % teachers.Count] : teachers[number % teachers.Count];
            _families.Add(maker.Make(number, teacher, cast[number], close));
        }

        Declare();
    }

    public IReadOnlyList<MailPerson> Staff { get; }

    public IReadOnlyList<Family> Families => _families;

    public IReadOnlyList<Declaration> Declarations => _declarations;

    /// <summary>The school day of a number, counted from 0.</summary>
    public DateOnly Day(int number)
    {
        var day = _options.StartDate;
        for (var left = number; ; day = day.AddDays(1))
        {
            if (SchoolTerms.IsSchoolDay(day) && left-- == 0)
            {
                return day;
            }
        }
    }

    private MailPerson Writer(SimulatedPerson person)
    {
        var dice = Dice.Of(_options.Seed, "personal-address", person.Number);
        return new MailPerson
        {
            Person = person,
            PersonalAddress = MailAddresses.Personal(dice, person.DisplayName),
            IsRegistered = dice.Chance(_options.RegisteredShare),
        };
    }

    private Dice Throw(string purpose, MailPerson person) => Dice.Of(_options.Seed, purpose, person.Person.Number);

    /// <summary>Who is tied to a family takes one, by number.</summary>
    private void TakeFamilies()
    {
        foreach (var person in Staff.Where(p => p.Behaviours.Any(MailCasting.IsClose)))
        {
            var number = Throw("close-family", person).Between(0, _options.FamilyCount - 1);
            while (!_close.TryAdd(number, person))
            {
                number = (number + 1) % _options.FamilyCount;
            }
        }
    }

    private void Declare()
    {
        foreach (var (number, person) in _close.OrderBy(p => p.Key))
        {
            var family = _families[number];
            person.CloseFamily = family;
            if (person.Does(MailBehaviour.ParentUndeclared) || person.Does(MailBehaviour.SharedHousehold))
            {
                continue;
            }

            var isContact = person.Does(MailBehaviour.DeclaredContact);
            var id = string.Create(CultureInfo.InvariantCulture, $"D-{_declarations.Count + 1:0000}");
            var from = isContact ? _options.StartDate : new DateOnly(2025, 9, 1);
            _declarations.Add(new Declaration(id, person, family, isContact ? "contact" : "relationship", from, isContact ? Day(_options.SchoolDays).AddDays(30) : null));
        }
    }
}
