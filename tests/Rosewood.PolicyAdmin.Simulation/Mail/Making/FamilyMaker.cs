using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Makes families. What a behaviour changes, it changes in that family alone.</summary>
internal sealed class FamilyMaker(MailOptions options, IReadOnlyList<MailPerson> staff)
{
    private static readonly string[] IdnDomains = ["żółwik.example", "bücher-müller.example", "étoile.example", "familie-größe.example"];

    public Family Make(int number, MailPerson teacher, HashSet<MailBehaviour> behaviours, MailPerson? close)
    {
        var dice = Dice.Of(options.Seed, "family", number);
        var (surname, other) = (dice.Pick(FamilyNames.Last), dice.Pick(FamilyNames.Last));
        var count = dice.Chance(0.65) ? 2 : 1;
        var (one, two) = (Names.FirstName(dice), Names.FirstName(dice));
        var isCarer = dice.Chance(0.08);
        if (behaviours.Contains(MailBehaviour.ParentNamesake))
        {
            (one, surname) = Namesake(number, one);
        }

        var isApart = behaviours.Contains(MailBehaviour.SeparatedParents);
        var guardians = new List<Guardian> { First(number, close, one + " " + surname, isCarer ? "Carer" : "Mother", behaviours) };
        if (count == 2 || isApart)
        {
            var name = two + " " + (isApart ? other : surname);
            guardians.Add(Guardian(number, 1, name, isApart ? "Father (lives apart)" : isCarer ? "Carer" : "Father"));
            if (behaviours.Contains(MailBehaviour.GuardianNotListed))
            {
                guardians[1].Registered = [];
            }
        }

        List<string> children = [.. Enumerable.Range(0, dice.Chance(0.15) ? 2 : 1).Select(_ => Names.FirstName(dice))];
        var family = new Family
        {
            Number = number,
            Id = string.Create(CultureInfo.InvariantCulture, $"F{number + 1:0000}"),
            SecondId = behaviours.Contains(MailBehaviour.TwoFamilyIds) ? string.Create(CultureInfo.InvariantCulture, $"G{number + 1:0000}") : null,
            Children = children,
            Guardians = guardians,
            Teacher = teacher,
        };
        foreach (var behaviour in behaviours)
        {
            family.Cast(behaviour);
        }

        return family;
    }

    /// <summary>The surname of a teacher, and half the time the initial too.</summary>
    private (string First, string Last) Namesake(int number, string first)
    {
        var dice = Dice.Of(options.Seed, "namesake", number);
        var name = dice.Pick([.. staff.Where(p => p.Person.Role is StaffRole.Teacher or StaffRole.Support)]).Name;
        var space = name.LastIndexOf(' ');
        return (dice.Chance(0.5) ? name[..space] : first, name[(space + 1)..]);
    }

    private Guardian First(int number, MailPerson? close, string name, string relationship, HashSet<MailBehaviour> behaviours)
    {
        var dice = Dice.Of(options.Seed, "family-address", number);
        if (close is not null && (close.Does(MailBehaviour.ParentDeclared) || close.Does(MailBehaviour.ParentUndeclared)))
        {
            return Registered(Guardian(number, 0, close.Name, "Parent"), close.PersonalAddress);
        }

        var guardian = Guardian(number, 0, name, relationship);
        if (close is not null && close.Does(MailBehaviour.SharedHousehold))
        {
            close.PersonalAddress = MailAddresses.Household(dice, name);
            return Registered(guardian, close.PersonalAddress);
        }

        if (behaviours.Contains(MailBehaviour.ParentNamesake))
        {
            return Registered(guardian, MailAddresses.ByInitial(dice, name));
        }

        if (behaviours.Contains(MailBehaviour.IdnAddress))
        {
            return Registered(guardian, "info@" + dice.Pick(IdnDomains));
        }

        if (behaviours.Contains(MailBehaviour.TwoAddresses) || behaviours.Contains(MailBehaviour.ChangesAddress))
        {
            guardian.OtherAddress = dice.Chance(0.5) ? MailAddresses.AtWork(dice, name) : MailAddresses.Personal(dice, name);
            guardian.Registered = dice.Chance(0.5) ? [guardian.Address, guardian.OtherAddress] : [guardian.Address];
            if (behaviours.Contains(MailBehaviour.ChangesAddress))
            {
                guardian.ChangesOn = options.StartDate.AddDays(dice.Between(1, options.SchoolDays));
            }
        }

        return guardian;
    }

    private Guardian Guardian(int number, int place, string name, string relationship)
    {
        var dice = Dice.Of(options.Seed, "guardian", number, place);
        var address = dice.Chance(0.12) ? MailAddresses.AtWork(dice, name) : MailAddresses.Personal(dice, name);
        var guardian = new Guardian
        {
            Name = name,
            Relationship = relationship,
            Address = address,
            Phone = string.Create(CultureInfo.InvariantCulture, $"07700 900{((number * 2) + place) % 1000:000}"),
        };
        guardian.Registered = [address];
        return guardian;
    }

    private static Guardian Registered(Guardian guardian, string address)
    {
        guardian.Address = address;
        guardian.Registered = [address];
        return guardian;
    }
}
