using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>Stand-in until the roster is merged: nobody.</summary>
public sealed class PeopleHistory
{
    private readonly IReadOnlyList<Person> _people = [];

    /// <summary>A person as they stood.</summary>
    public Person? At(string personId, long utcTicks) => All(utcTicks).FirstOrDefault(p => p.Id.Equals(personId, StringComparison.Ordinal));

    /// <summary>Everyone on the roster.</summary>
    public IReadOnlyList<Person> All(long utcTicks) => utcTicks < 0 ? throw new ArgumentOutOfRangeException(nameof(utcTicks)) : _people;

    /// <summary>Whom a person typed.</summary>
    public Person Resolve(string typed, long utcTicks) => All(utcTicks).FirstOrDefault(p => p.DisplayName.Equals(typed, StringComparison.OrdinalIgnoreCase))
        ?? throw new Fault("PersonNotFound", FaultKind.NotFound, typed, "Nobody on the roster is called that.").ToException();

    /// <summary>Whether a person is employed on a day.</summary>
    public static bool IsEmployed(Person person, DateOnly localDate) => !(person.StartDate > localDate) && !(person.EndDate < localDate);
}
