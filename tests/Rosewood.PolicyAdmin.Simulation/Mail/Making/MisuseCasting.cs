using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Making;

/// <summary>Who has a guilty story: those of the share first, then those that were asked for.</summary>
internal sealed class MisuseCasting(MailOptions options, MailPeople people, IReadOnlySet<MailPerson> chosen)
{
    private readonly List<MisuseCase> _cases = [];

    public List<MisuseCase> Make()
    {
        foreach (var (planned, number) in options.Misuse.Select((p, i) => (p, i)))
        {
            Cast(planned, number);
        }

        var stories = Enum.GetValues<MailStory>();
        var count = (int)Math.Round(options.StaffCount * options.MisuseShare, MidpointRounding.AwayFromZero);
        var first = Dice.Of(options.Seed, "misuse-first").Between(0, stories.Length - 1);
        for (var i = 0; i < count; i++)
        {
            // Going round the stories lets few schools show them all.
            var strength = Dice.Of(options.Seed, "misuse-strength", i).Share() switch { < 0.2 => MailStrength.Once, < 0.5 => MailStrength.Occasional, < 0.8 => MailStrength.Regular, _ => MailStrength.Habitual };
            Cast(new PlannedMisuse(stories[(first + (i * 3)) % stories.Length], strength), 1000 + i);
        }

        return _cases;
    }

    private void Cast(PlannedMisuse planned, int number)
    {
        var able = people.Staff
            .Where(p => CanHave(planned.Story, p) && _cases.All(c => c.Person != p && c.Colleague != p))
            .OrderByDescending(chosen.Contains)
            .ThenBy(p => Dice.Of(options.Seed, "misuse-" + planned.Story, p.Person.Number, number).Share())
            .ToList();
        if (able.Count == 0)
        {
            throw new ArgumentException($"Nobody is left in this school who could have {planned.Story}. Ask for fewer stories or for a larger school.", nameof(planned));
        }

        var person = able[0];
        person.IsRegistered = planned.IsRegistered ?? person.IsRegistered;
        if (planned.Story == MailStory.AfterLeaving)
        {
            person.EndDate = people.Day(Math.Max(0, options.SchoolDays / 4));
        }

        var dice = Dice.Of(options.Seed, "misuse-families", person.Person.Number);
        var wanted = planned.Strength switch { MailStrength.Once => 1, MailStrength.Occasional => 2, MailStrength.Regular => 3, _ => 5 };
        var families = people.Families.Where(f => f.Teacher == person && f != person.CloseFamily && !IsClose(f)).Take(wanted).ToList();
        while (families.Count < wanted)
        {
            var other = dice.Pick(people.Families);
            if (!families.Contains(other) && !IsClose(other))
            {
                families.Add(other);
            }
        }

        _cases.Add(new MisuseCase
        {
            Story = planned.Story,
            Strength = planned.Strength,
            Person = person,
            Families = families,
            Colleague = planned.Story is MailStory.ColleaguesPersonalCopied or MailStory.AfterLeaving
                ? people.Staff.First(p => p != person && p.Person is { Role: StaffRole.Teacher, IsSupply: false } && p.EndDate is null && _cases.All(c => c.Person != p && c.Colleague != p))
                : null,
        });
    }

    /// <summary>Stories are about families that nobody at the school is tied to.</summary>
    private bool IsClose(Family family) => people.Staff.Any(p => p.CloseFamily == family);

    private static bool CanHave(MailStory story, MailPerson person)
    {
        var writes = person.Person is { IsSupply: false, Role: StaffRole.Teacher or StaffRole.Support or StaffRole.SeniorLeader or StaffRole.DeputyHead };
        return story switch
        {
            MailStory.AfterLeaving => person.Person is { IsSupply: false, Role: StaffRole.Teacher or StaffRole.Support } && person.EndDate is null,
            MailStory.MailboxToPersonal when person.Does(MailBehaviour.ForwardToService) => false,
            _ => writes && person.EndDate is null && !person.Does(MailBehaviour.ParentDeclared) && !person.Does(MailBehaviour.ParentUndeclared) && !person.Does(MailBehaviour.SharedHousehold),
        };
    }
}
