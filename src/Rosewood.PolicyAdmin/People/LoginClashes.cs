namespace Rosewood.PolicyAdmin.People;

/// <summary>Finds login names that two people would have at the same time: a log line could then not be told apart.</summary>
internal static class LoginClashes
{
    /// <summary>Pairs of people who share a login name while both are employed, each pair and name once.</summary>
    public static IEnumerable<(string Login, Person First, Person Second)> Find(IEnumerable<Person> people)
    {
        var owners = new Dictionary<string, List<Person>>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            foreach (var login in PeopleHistory.LoginsOf(person).Distinct(StringComparer.Ordinal))
            {
                if (!owners.TryGetValue(login, out var others))
                {
                    owners.Add(login, others = []);
                }

                foreach (var other in others.Where(o => Overlap(o, person)))
                {
                    yield return (login, other, person);
                }

                others.Add(person);
            }
        }
    }

    /// <summary>A login name may go to a new colleague once its former holder has left.</summary>
    private static bool Overlap(Person a, Person b) =>
        !(a.EndDate < b.StartDate) && !(b.EndDate < a.StartDate);
}
