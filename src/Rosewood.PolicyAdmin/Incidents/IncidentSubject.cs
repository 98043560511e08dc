using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Incidents;

/// <summary>Whom an incident concerns.</summary>
/// <param name="PersonId">The person on the roster, or null.</param>
/// <param name="Login">The account as a log has it where nobody on the roster is behind it; null otherwise.</param>
/// <param name="Name">As people know it.</param>
internal sealed record IncidentSubject(string? PersonId, string? Login, string Name)
{
    private const int Longest = 254;

    /// <summary>Who is meant. What a person typed has to be on the roster; a finding may be about an account that is nobody's.</summary>
    /// <exception cref="FaultException"><c>PersonNotFound</c>, <c>PersonAmbiguous</c>.</exception>
    public static List<IncidentSubject> Resolve(string[] typed, PeopleHistory people, bool isFinding, long thenTicks, long nowTicks) =>
        [.. typed.Where(static t => !string.IsNullOrWhiteSpace(t)).Select(t => Resolve(t, people, isFinding, thenTicks, nowTicks)).Distinct()];

    /// <summary>Whether it is who runs the command.</summary>
    public bool IsOf(Operator op) => PersonId is { } id
        ? string.Equals(id, op.Person?.Id, StringComparison.Ordinal)
        : Login is { } login && IsLoginOf(login, op);

    /// <summary>Whether a login is one of an operator's, in whatever domain.</summary>
    public static bool IsLoginOf(string login, Operator op)
    {
        var name = LoginName.WithoutDomain(LoginName.Normalize(login));
        foreach (var own in (op.Person is { } person ? PeopleHistory.LoginsOf(person) : []).Append(op.Account))
        {
            if (LoginName.WithoutDomain(LoginName.Normalize(own)).Equals(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static IncidentSubject Resolve(string typed, PeopleHistory people, bool isFinding, long thenTicks, long nowTicks)
    {
        try
        {
            return Of(people.Resolve(typed, nowTicks), people, nowTicks);
        }
        catch (FaultException e) when (isFinding && e.Fault.Kind == FaultKind.NotFound)
        {
            // Somebody may have left the roster since, or never have been on it.
            return TryResolve(typed, people, thenTicks) is { } person
                ? Of(person, people, thenTicks)
                : new IncidentSubject(PersonId: null, PlainText.Shorten(PlainText.Clean(typed), Longest), PlainText.Shorten(PlainText.Clean(typed)));
        }
    }

    private static Person? TryResolve(string typed, PeopleHistory people, long ticks)
    {
        try
        {
            return people.Resolve(typed, ticks);
        }
        catch (FaultException e) when (e.Fault.Kind is FaultKind.NotFound or FaultKind.Ambiguous)
        {
            return null;
        }
    }

    private static IncidentSubject Of(Person person, PeopleHistory people, long ticks) => new(person.Id, Login: null, PersonNames.Show(people, person, ticks));
}
