namespace Rosewood.PolicyAdmin.People;

/// <summary>Turns ids into names that people know and that <c>-User</c> takes back.</summary>
public static class PersonNames
{
    private const string AccountPrefix = "account:";

    /// <summary>The display name; the UPN where two people share it; the account where nobody on the roster is behind it.</summary>
    public static string Show(PeopleHistory people, string id, long utcTicks)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(id);
        if (id.StartsWith(AccountPrefix, StringComparison.Ordinal))
        {
            return id[AccountPrefix.Length..];
        }

        return people.At(id, utcTicks) is { } person ? Show(people, person, utcTicks) : id;
    }

    /// <summary>The display name; the UPN where two people share it.</summary>
    public static string Show(PeopleHistory people, Person person, long utcTicks)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(person);
        var shared = people.All(utcTicks).Any(p =>
            !string.Equals(p.Id, person.Id, StringComparison.Ordinal)
            && string.Equals(p.DisplayName, person.DisplayName, StringComparison.OrdinalIgnoreCase));
        return shared ? person.UserPrincipalName : person.DisplayName;
    }
}
