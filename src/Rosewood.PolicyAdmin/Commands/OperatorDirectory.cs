using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Finds who an operating-system account is: the person on the roster whose login name it is, now.</summary>
internal static class OperatorDirectory
{
    /// <summary>Recognises an account.</summary>
    /// <param name="store">The store.</param>
    /// <param name="account">The account as the system names it.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">The school's zone, by which first and last days count.</param>
    /// <param name="machine">This computer's name; by default the system's.</param>
    public static Operator Recognise(PolicyStore store, string account, DateTimeOffset now, TimeZoneInfo? zone = null, string? machine = null)
    {
        var people = store.People.Load(zone);
        var today = people.DateAt(now.UtcTicks);
        var person = Find(people, account, now.UtcTicks, machine ?? Environment.MachineName);
        if (person is not null && person.EndDate < today)
        {
            // Whoever has left has no rights left, also not those of the account that made the workspace.
            return new Operator(account, person, RoleSet.None) { IsEmployed = false };
        }

        var roles = Bootstrap(store, account);
        return person is not null && PeopleHistory.IsEmployed(person, today)
            ? new Operator(account, person, roles.Union(person.Roles))
            : new Operator(account, person, roles) { IsEmployed = person is null };
    }

    /// <summary>
    /// Stricter than matching a log line, since rights follow: an account of this computer alone (<c>PC-07\head</c>) is nobody unless the
    /// roster names it in full, a full name (<c>head@students.example</c>) counts in full only, and a person listed with a Windows domain is
    /// not known by another one. An account listed in full stays its owner's after they left: a colleague's rights never follow from it.
    /// </summary>
    private static Person? Find(PeopleHistory people, string account, long now, string machine)
    {
        var login = LoginName.Normalize(account);
        if (people.FindOwner(login, now).Person is { } owner)
        {
            return owner;
        }

        if (people.FindByLogin(login, now).Person is not { } person)
        {
            return null;
        }

        if (login.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var domain = LoginName.WindowsDomain(login);
        if (domain.IsEmpty)
        {
            return person;
        }

        return domain.Equals(machine, StringComparison.OrdinalIgnoreCase) || person.LoginNames.Any(l => l.Contains('\\', StringComparison.Ordinal))
            ? null
            : person;
    }

    private static RoleSet Bootstrap(PolicyStore store, string account)
    {
        var roles = RoleSet.None;
        foreach (var (name, role) in store.Settings.GetBootstrapOperators())
        {
            if (string.Equals(name, account, StringComparison.OrdinalIgnoreCase))
            {
                roles = roles.With(Enum.Parse<Role>(role));
            }
        }

        return roles;
    }
}
