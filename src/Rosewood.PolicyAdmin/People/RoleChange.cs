namespace Rosewood.PolicyAdmin.People;

/// <summary>A change of guarded roles, or of a guarded person's login names, that waits for a member of SLT.</summary>
/// <param name="Id">Its id, such as <c>C-0001</c>.</param>
/// <param name="PersonId">Whom it is about.</param>
/// <param name="RolesGiven">Roles that they would get.</param>
/// <param name="RolesTaken">Roles that they would lose.</param>
/// <param name="LoginNamesGiven">Login names that would count as theirs: who signs in with one holds their roles.</param>
/// <param name="RequestedBy">Operator id of who imported it.</param>
/// <param name="RequestedAt">When.</param>
public sealed record RoleChange(
    string Id,
    string PersonId,
    RoleSet RolesGiven,
    RoleSet RolesTaken,
    IReadOnlyList<string> LoginNamesGiven,
    string RequestedBy,
    DateTimeOffset RequestedAt)
{
    /// <summary>Whether two changes ask for the same.</summary>
    internal bool AsksSameAs(RoleChange other) =>
        string.Equals(PersonId, other.PersonId, StringComparison.Ordinal)
        && RolesGiven == other.RolesGiven
        && RolesTaken == other.RolesTaken
        && LoginNamesGiven.SequenceEqual(other.LoginNamesGiven, StringComparer.Ordinal);
}
