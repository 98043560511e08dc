using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Findings;

/// <summary>Whom a dismissal is about.</summary>
/// <param name="PersonId">The person on the roster, or null.</param>
/// <param name="Login">The login, in normal form, of an account that is not on the roster; null otherwise.</param>
/// <param name="Name">As people know it.</param>
internal sealed record SuppressionSubject(string? PersonId, string? Login, string Name)
{
    private const int LongestLogin = 254;

    /// <summary>
    /// Who is meant: a person by whatever they are called now; else what may be a login of an account that the roster does not know. Nothing
    /// keeps a list of those, so a misspelt one can't be refused; a warning says that it is nobody's.
    /// </summary>
    /// <exception cref="FaultException"><c>PersonNotFound</c> for what can be no login, <c>PersonAmbiguous</c>.</exception>
    public static SuppressionSubject Resolve(string typed, PeopleHistory people, CommandContext context, ICommandSink sink)
    {
        var now = context.Now.UtcTicks;
        var login = LoginOf(typed, people, now);
        try
        {
            var person = people.Resolve(typed, now);
            return new(person.Id, Login: null, PersonNames.Show(people, person, now));
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && login is not null)
        {
            if (!context.Config.SignIns.DeclaredSharedAccounts.Any(a => string.Equals(LoginName.Normalize(a), login, StringComparison.Ordinal)))
            {
                sink.Warn($"{e.Fault.Message} This is about the login '{login}' as a log may have it; if it is misspelt, nothing is dismissed. Compare it with the account that the finding shows.");
            }

            return new(PersonId: null, login, login);
        }
    }

    /// <summary>Whether the account is a person's: by the roster, by their private address, or by a login of the same name in another domain.</summary>
    public bool IsOf(Person person) => Login is null
        ? string.Equals(PersonId, person.Id, StringComparison.Ordinal)
        : person.PersonalAddresses.Any(a => string.Equals(LoginName.Normalize(a), Login, StringComparison.Ordinal))
            || PeopleHistory.LoginsOf(person).Any(l => IsSameName(l));

    /// <summary>Whether who runs the command is the one it is about, whether or not the roster knows their account.</summary>
    public bool IsOf(Operator op) => (op.Person is { } person && IsOf(person)) || (Login is not null && IsSameName(op.Account));

    private bool IsSameName(string login) =>
        LoginName.WithoutDomain(LoginName.Normalize(login)).Equals(LoginName.WithoutDomain(Login), StringComparison.Ordinal);

    /// <summary>The text as a login, or null when it can be none: a role, a name with blanks, letters that can't be seen or only look Latin.</summary>
    private static string? LoginOf(string typed, PeopleHistory people, long now)
    {
        var text = PlainText.Clean(typed);
        var login = LoginName.Normalize(text);
        return login.Length <= LongestLogin
            && !login.Contains(' ', StringComparison.Ordinal)
            && !LoginName.WithoutDomain(login).IsEmpty
            && people.RoleWords.Find(text) is null
            && PlainText.FindHidden(login) is null
            && LookAlike.FindMixed(login) is null
            && people.FindByLogin(LookAlike.ToLatin(login), now) is { Person: null, Ambiguous: false }
                ? login
                : null;
    }
}
