using Rosewood.PolicyAdmin.Simulation.Mail.Model;
using Rosewood.PolicyAdmin.Simulation.Making;

namespace Rosewood.PolicyAdmin.Simulation.Mail.Living;

/// <summary>On which school days a story goes on.</summary>
internal static class MisuseDays
{
    public static IReadOnlyList<int> Of(MailOptions options, MisuseCase made)
    {
        var first = made.Story == MailStory.AfterLeaving ? Math.Min((options.SchoolDays / 4) + 1, options.SchoolDays - 1) : 0;
        var count = options.SchoolDays - first;
        var dice = Dice.Of(options.Seed, "misuse-days", made.Person.Person.Number, (int)made.Story);
        if (made.Strength == MailStrength.Once)
        {
            return [first + dice.Between(count / 4, Math.Max(count / 4, (count * 3 / 4) - 1))];
        }

        var days = new List<int>();
        var length = made.Strength == MailStrength.Occasional ? 15 : 5;
        for (var start = first; start < options.SchoolDays; start += length)
        {
            var block = Math.Min(length, options.SchoolDays - start);
            var wanted = made.Strength switch
            {
                MailStrength.Occasional => 1,
                MailStrength.Regular => dice.Between(1, 3),
                _ => dice.Between(4, 5),
            };
            days.AddRange(Enumerable.Range(start, block).OrderBy(_ => dice.Share()).Take(wanted).Order());
        }

        return days;
    }
}
