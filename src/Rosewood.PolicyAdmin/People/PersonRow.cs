using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.People;

/// <summary>A row of the roster's file.</summary>
internal sealed record PersonRow(
    CsvRow Source,
    string UserPrincipalName,
    string DisplayName,
    RoleSet Roles,
    Given<IReadOnlyList<string>> LoginNames,
    Given<IReadOnlyList<string>> PersonalAddresses,
    Given<string> WorkPhone,
    Given<DateOnly?> StartDate,
    Given<DateOnly?> EndDate)
{
    /// <summary>The row's line in the file.</summary>
    public int Line => Source.PlaceOf(nameof(Person.UserPrincipalName)).Line;

    /// <summary>Where its login names stand.</summary>
    public CsvPlace LoginPlace => Source.PlaceOf(nameof(Person.LoginNames));

    /// <summary>The person as the row wants them.</summary>
    /// <param name="current">How they stand, or null when they are new.</param>
    public Person Merge(Person? current) => new(
        current?.Id ?? "",
        UserPrincipalName,
        DisplayName,
        Roles,
        LoginNames.Or(current?.LoginNames) ?? [],
        PersonalAddresses.Or(current?.PersonalAddresses) ?? [],
        WorkPhone.Or(current?.WorkPhone),
        StartDate.Or(current?.StartDate),
        EndDate.Or(current?.EndDate));
}
