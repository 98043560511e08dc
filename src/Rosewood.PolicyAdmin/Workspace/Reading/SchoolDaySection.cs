using System.Globalization;

namespace Rosewood.PolicyAdmin.Workspace.Reading;

/// <summary>Terms, sessions, breaks and closures, and that they fit together.</summary>
internal static class SchoolDaySection
{
    private const int LongestTermDays = 366;

    private static readonly ConfigValue<TermConfig> Term = ConfigObject.Of(static o =>
    {
        var term = new TermConfig(o.Required("name", ConfigValues.Name), o.Required("from", ConfigValues.Date), o.Required("to", ConfigValues.Date));
        RefuseBackwards(o, term.From, term.To);
        if (o.IsSound && term.To.DayNumber - term.From.DayNumber >= LongestTermDays)
        {
            o.Refuse("to", "a term of over a year is a slip of the pen. Correct its first or last day.");
        }

        return term;
    });

    private static readonly ConfigValue<ClosureConfig> Closure = ConfigObject.Of(static o =>
    {
        var closure = new ClosureConfig(o.Required("name", ConfigValues.Name), o.Required("from", ConfigValues.Date), o.Required("to", ConfigValues.Date));
        RefuseBackwards(o, closure.From, closure.To);
        return closure;
    });

    private static readonly ConfigValue<SessionConfig> Session = ConfigObject.Of(static o =>
    {
        var (name, days, from, until) = Times(o);
        return new SessionConfig(name, days, from, until);
    });

    private static readonly ConfigValue<BreakConfig> Break = ConfigObject.Of(static o =>
    {
        var (name, days, from, until) = Times(o);
        return new BreakConfig(name, days, from, until);
    });

    public static readonly ConfigValue<SchoolDayConfig> SchoolDay = ConfigObject.Of(static o =>
    {
        var terms = o.Entries("terms", Term, most: 60);
        var sessions = o.Entries("sessions", Session, most: 100);
        var breaks = o.Entries("breaks", Break, most: 100);
        var closures = o.Entries("closures", Closure, most: 500);
        if (o.IsSound)
        {
            RefuseOverlappingTerms(terms, o.Problems);
            RefuseOverlappingSessions(sessions, o.Problems);
            RefuseStrayClosures(closures, terms, o.Problems);
        }

        return new SchoolDayConfig(Values(terms), Values(sessions), Values(closures)) { Breaks = Values(breaks) };
    });

    private static (string Name, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until) Times(ConfigObject o)
    {
        var name = o.Required("name", ConfigValues.Name);
        var days = o.Entries("days", ConfigValues.Word<DayOfWeek>(), least: 1, most: 7);
        o.RefuseTwice(days, static d => d.ToString(), "day");
        var (from, until) = (o.Required("from", ConfigValues.Time), o.Required("until", ConfigValues.Time));
        if (o.IsSound && until <= from)
        {
            o.Refuse("until", string.Create(CultureInfo.InvariantCulture, $"{until:HH\\:mm} is not after the begin, {from:HH\\:mm}. Correct one of the two."));
        }

        return (name, Values(days), from, until);
    }

    private static void RefuseBackwards(ConfigObject o, DateOnly from, DateOnly to)
    {
        if (o.IsSound && to < from)
        {
            o.Refuse("to", string.Create(CultureInfo.InvariantCulture, $"the last day, {to:yyyy-MM-dd}, lies before the first, {from:yyyy-MM-dd}. Correct one of the two."));
        }
    }

    private static void RefuseOverlappingTerms(List<Placed<TermConfig>> terms, ConfigProblems problems)
    {
        var ordered = terms.OrderBy(static t => t.Value.From).ToList();
        foreach (var (before, after) in ordered.Zip(ordered.Skip(1)).Where(static p => p.Second.Value.From <= p.First.Value.To))
        {
            problems.Add(after.Node, $"this term begins before '{ConfigProblems.Shown(before.Value.Name)}' has ended. Correct the days of one.");
        }
    }

    private static void RefuseOverlappingSessions(List<Placed<SessionConfig>> sessions, ConfigProblems problems)
    {
        var told = new HashSet<ConfigNode>();
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var ordered = sessions.Where(s => s.Value.Days.Contains(day)).OrderBy(static s => s.Value.From).ToList();
            foreach (var (before, after) in ordered.Zip(ordered.Skip(1)).Where(static p => p.Second.Value.From < p.First.Value.Until))
            {
                if (told.Add(after.Node))
                {
                    problems.Add(after.Node, $"on {day} this session begins before '{ConfigProblems.Shown(before.Value.Name)}' has ended. Correct the times of one; breaks inside a session go under \"breaks\".");
                }
            }
        }
    }

    /// <summary>A closure that touches no term is mostly a wrong year.</summary>
    private static void RefuseStrayClosures(List<Placed<ClosureConfig>> closures, List<Placed<TermConfig>> terms, ConfigProblems problems)
    {
        foreach (var closure in closures.Where(c => terms.Count > 0 && !terms.Exists(t => t.Value.From <= c.Value.To && c.Value.From <= t.Value.To)))
        {
            problems.Add(closure.Node, "these days lie in no term: the school is closed then anyway. Check the year, or remove the entry.");
        }
    }

    private static List<T> Values<T>(List<Placed<T>> entries) => entries.ConvertAll(static e => e.Value);
}
