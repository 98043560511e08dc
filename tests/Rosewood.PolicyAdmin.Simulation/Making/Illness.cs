using Rosewood.PolicyAdmin.Simulation.Model;
using Rosewood.PolicyAdmin.Simulation.Sharing;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>Who is absent when.</summary>
internal static class Illness
{
    public static List<Absence> Make(SchoolOptions options, IReadOnlyList<SimulatedPerson> people, IReadOnlyList<SharingCase> cases, IReadOnlyList<DateOnly> schoolDays)
    {
        var absences = new List<Absence>();
        foreach (var person in people.Where(p => !p.IsSupply && p.Role != StaffRole.Governor))
        {
            var dice = Dice.Of(options.Seed, "illness", person.Number);
            var needsOne = person.Does(Behaviour.IllButWorking) || person.Does(Behaviour.AbsentButCameIn);
            var spells = Spells(options, person, cases, dice).ToList();
            if (spells.Count == 0 && needsOne)
            {
                spells.Add((dice.Between(0, Math.Max(0, schoolDays.Count - 3)), dice.Between(2, 3)));
            }

            var free = 0;
            foreach (var (first, length) in spells.OrderBy(s => s.First))
            {
                var from = Math.Max(first, free);
                var to = Math.Min(from + length, schoolDays.Count) - 1;
                if (from <= to)
                {
                    absences.Add(new Absence(person, schoolDays[from], schoolDays[to]));
                    free = to + 2;
                }
            }
        }

        return absences;
    }

    private static IEnumerable<(int First, int Length)> Spells(SchoolOptions options, SimulatedPerson person, IReadOnlyList<SharingCase> cases, Dice dice)
    {
        if (cases.FirstOrDefault(c => c.Owner == person && c.Story == SharingStory.IllTeachersRegister) is { } ill)
        {
            // The story says how often while the teacher is away; how long that is goes with it.
            var length = ill.Strength switch { SharingStrength.Habitual => 15, SharingStrength.Regular => 10, SharingStrength.Occasional => 3, _ => 1 };
            var period = ill.Strength is SharingStrength.Habitual or SharingStrength.Regular ? Math.Max(length * 2, 20) : 12;
            var first = ill.Strength == SharingStrength.Once ? options.SchoolDays / 2 : Math.Min(dice.Between(1, 6), options.SchoolDays / 3);
            for (var day = first; day < options.SchoolDays; day += ill.Strength == SharingStrength.Once ? options.SchoolDays : period)
            {
                yield return (day, length);
            }

            yield break;
        }

        for (var day = 0; day < options.SchoolDays; day++)
        {
            if (dice.Chance(options.IllnessRate))
            {
                yield return (day, dice.Between(1, 4));
            }
        }
    }
}
