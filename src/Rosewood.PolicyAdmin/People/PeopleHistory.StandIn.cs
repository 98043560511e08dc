namespace Rosewood.PolicyAdmin.People;

/// <summary>The roster through time.</summary>
public sealed class PeopleHistory
{
    /// <summary>Everyone on the roster.</summary>
    public IReadOnlyList<Person> All(long utcTicks) => utcTicks < 0 ? throw new ArgumentOutOfRangeException(nameof(utcTicks)) : Everyone;

    private IReadOnlyList<Person> Everyone { get; } = [];

    /// <summary>Whether a person is employed on a day.</summary>
    public static bool IsEmployed(Person person, DateOnly localDate) =>
        !(person.StartDate > localDate) && !(person.EndDate < localDate);
}
