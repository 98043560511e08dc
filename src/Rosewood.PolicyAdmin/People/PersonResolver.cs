using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Finds who is meant by what a person typed, at one moment. Never guesses: several are a fault, and so is a look-alike.</summary>
internal sealed class PersonResolver(PeopleHistory history, long utcTicks)
{
    private const int Listed = 10;
    private const int Suggested = 3;

    public Person Resolve(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = PlainText.Clean(typed);
        if (text.Length == 0)
        {
            throw NotFound(typed, "No name was given. Give a UPN, a login name, a display name or a role such as deputy.");
        }

        var login = history.FindByLogin(text, utcTicks);
        if (login.Person is { } person)
        {
            return person;
        }

        if (login.Ambiguous)
        {
            throw Ambiguous(text, history.AllByShortLogin(LoginName.Normalize(text), utcTicks));
        }

        var everybody = history.All(utcTicks);
        var key = PersonName.KeyOf(text);
        var named = history.AllByName(key, utcTicks);
        return named switch
        {
            [var one] => one,
            [_, ..] => throw Ambiguous(text, named),
            _ => ByRole(text, everybody) ?? throw NotFound(text, Explain(text, key, everybody)),
        };
    }

    private Person? ByRole(string text, IReadOnlyList<Person> everybody)
    {
        if (history.RoleWords.Find(text) is not { } role)
        {
            return null;
        }

        var today = history.DateAt(utcTicks);
        var holders = everybody.Where(p => p.Roles.Contains(role) && PeopleHistory.IsEmployed(p, today)).ToList();
        return holders switch
        {
            [var one] => one,
            [] => throw NotFound(text, $"Nobody current on the roster holds the role {role}. Name the person, or give them the role in the roster's file and import it."),
            _ => throw Ambiguous(text, holders),
        };
    }

    private static string Explain(string text, string key, IReadOnlyList<Person> everybody)
    {
        if (everybody.Count == 0)
        {
            return "The roster is empty. Import it with Import-PolicyPerson.";
        }

        if (LookAlike.FindForeign(text) is { } foreign
            && (LookAlike.FindMixed(text) is not null || everybody.Any(p => Keys(p).Contains(LookAlike.ToLatin(key), StringComparer.Ordinal))))
        {
            return $"'{Show(text)}' holds {foreign}, a letter of another script that only looks like a Latin one, so it matches nobody. Type the name by hand instead of pasting it.";
        }

        if (PlainText.FindHidden(text) is { } hidden)
        {
            return $"The name holds the invisible character {hidden}, so it matches nobody. Type it by hand instead of pasting it.";
        }

        var nearest = Nearest(key, everybody);
        return nearest.Count == 0
            ? $"Nobody on the roster is called '{Show(text)}'. List them with Get-PolicyPerson."
            : $"Nobody on the roster is called '{Show(text)}'. Did you mean {string.Join(" or ", nearest.Select(Describe))}?";
    }

    private static List<Person> Nearest(string key, IReadOnlyList<Person> everybody)
    {
        var limit = Math.Clamp(key.Length / 4, 1, 4);
        return [.. everybody
            .Select(p => (Person: p, Distance: Distance(key, p, limit)))
            .Where(c => c.Distance <= limit)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Person.UserPrincipalName, StringComparer.Ordinal)
            .Take(Suggested)
            .Select(c => c.Person)];
    }

    /// <summary>The nearest of a person's names. A word of their name counts as one slip, so that a surname alone suggests them.</summary>
    private static int Distance(string key, Person person, int limit)
    {
        var best = PersonName.KeyOf(person.DisplayName).Split(' ').Contains(key, StringComparer.Ordinal) ? 1 : int.MaxValue;
        foreach (var name in Keys(person))
        {
            best = Math.Min(best, EditDistance.Of(key, name, limit));
        }

        return best;
    }

    private static IEnumerable<string> Keys(Person person) =>
        PeopleHistory.LoginsOf(person)
            .SelectMany(l => new[] { l, LoginName.WithoutDomain(l).ToString() })
            .Append(PersonName.KeyOf(person.DisplayName));

    private static FaultException NotFound(string text, string message) =>
        new Fault("PersonNotFound", FaultKind.NotFound, Show(text), message).ToException();

    private FaultException Ambiguous(string text, IReadOnlyList<Person> candidates)
    {
        var list = string.Join(", ", candidates.Take(Listed).Select(DescribeWithEnd)) + (candidates.Count > Listed ? $" and {candidates.Count - Listed} more" : "");
        return new Fault("PersonAmbiguous", FaultKind.Ambiguous, Show(text), $"'{Show(text)}' fits {candidates.Count} people: {list}. Give the UPN of the one you mean.").ToException();
    }

    private string DescribeWithEnd(Person person) => person.EndDate is { } end && end < history.DateAt(utcTicks)
        ? string.Create(CultureInfo.InvariantCulture, $"{Describe(person)} (until {end:yyyy-MM-dd})")
        : Describe(person);

    private static string Show(string text) => PlainText.Shorten(text, 100);

    private static string Describe(Person person) => $"{person.DisplayName} <{person.UserPrincipalName}>";
}
