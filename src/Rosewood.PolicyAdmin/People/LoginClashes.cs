namespace Rosewood.PolicyAdmin.People;

/// <summary>
/// Finds login names that two people would have at the same time: a log line could then not be told apart. The same name in two domains
/// is no clash (<c>ROSEWOOD\jsmith</c>, <c>BRANCH\jsmith</c>), but without any domain it is, since it stands for the other one as well.
/// </summary>
internal static class LoginClashes
{
    /// <summary>Pairs of people who share a login name while both are employed, each pair and name once.</summary>
    public static IEnumerable<(string Login, Person First, Person Second)> Find(IEnumerable<Person> people)
    {
        var owners = new Dictionary<string, List<(Person Person, string Login)>>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            foreach (var login in PeopleHistory.LoginsOf(person).Distinct(StringComparer.Ordinal))
            {
                var name = LoginName.WithoutDomain(login).ToString();
                if (!owners.TryGetValue(name, out var others))
                {
                    owners.Add(name, others = []);
                }

                var sharing = others.Where(o => o.Person != person && Overlap(o.Person, person) && AreOne(o.Login, login, name));
                foreach (var other in sharing.Select(o => o.Person).Distinct())
                {
                    yield return (login, other, person);
                }

                others.Add((person, login));
            }
        }
    }

    private static bool AreOne(string a, string b, string name) =>
        string.Equals(a, b, StringComparison.Ordinal)
        || string.Equals(a, name, StringComparison.Ordinal)
        || string.Equals(b, name, StringComparison.Ordinal);

    /// <summary>A login name may go to a new colleague once its former holder has left.</summary>
    private static bool Overlap(Person a, Person b) =>
        !(a.EndDate < b.StartDate) && !(b.EndDate < a.StartDate);
}
