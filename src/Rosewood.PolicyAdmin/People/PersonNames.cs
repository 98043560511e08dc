namespace Rosewood.PolicyAdmin.People;

/// <summary>Turns ids into names that people know and that <c>-User</c> takes back.</summary>
public static class PersonNames
{
    private const string AccountPrefix = "account:";
    private const string ServicePrefix = "service:";

    /// <summary>The display name; the UPN where two people share it; the account where nobody on the roster is behind it.</summary>
    public static string Show(PeopleHistory people, string id, long utcTicks) => Show(people, id, utcTicks, utcTicks);

    /// <summary>As at an instant; for somebody who was not on the roster then, as at another.</summary>
    public static string Show(PeopleHistory people, string id, long utcTicks, long otherwise)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(id);
        if (id.StartsWith(AccountPrefix, StringComparison.Ordinal))
        {
            return id[AccountPrefix.Length..];
        }

        return people.At(id, utcTicks) is { } then ? Show(people, then, utcTicks)
            : people.At(id, otherwise) is { } person ? Show(people, person, otherwise)
            : id;
    }

    /// <summary>The display name; the UPN where it fits two people, however they write their apostrophes.</summary>
    public static string Show(PeopleHistory people, Person person, long utcTicks)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(person);
        return people.HasNamesake(person, utcTicks) ? person.UserPrincipalName : person.DisplayName;
    }

    /// <summary>The id that stands for an account which is nobody's on the roster.</summary>
    internal static string IdOfAccount(string account) => AccountPrefix + account;

    /// <summary>The id that stands for a timer or service that runs as an account, with no person behind it.</summary>
    internal static string IdOfService(string account) => ServicePrefix + account;
}
