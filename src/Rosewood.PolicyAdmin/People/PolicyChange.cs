namespace Rosewood.PolicyAdmin.People;

/// <summary>A change of roles that waits, or waited, for a member of SLT, as it is shown.</summary>
/// <param name="Id">Its id, such as <c>C-0001</c>.</param>
/// <param name="Person">The name of whom it is about.</param>
/// <param name="UserPrincipalName">Their UPN.</param>
/// <param name="LoginNames">Their login names as they stand: whoever signs in with one of them is taken for this person.</param>
/// <param name="RolesGiven">Roles that they would get.</param>
/// <param name="RolesTaken">Roles that they would lose.</param>
/// <param name="LoginNamesGiven">Login names that they would get.</param>
/// <param name="RequestedBy">Who imported it.</param>
/// <param name="RequestedAt">When, in the school's local time.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DecidedBy">Who decided, or null.</param>
/// <param name="DecidedAt">When, or null.</param>
public sealed record PolicyChange(
    string Id,
    string Person,
    string UserPrincipalName,
    IReadOnlyList<string> LoginNames,
    RoleSet RolesGiven,
    RoleSet RolesTaken,
    IReadOnlyList<string> LoginNamesGiven,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    PolicyChangeStatus Status,
    string? DecidedBy,
    DateTimeOffset? DecidedAt);

/// <summary>Where a change stands.</summary>
public enum PolicyChangeStatus
{
    /// <summary>It waits for a member of SLT.</summary>
    Waiting,

    /// <summary>A member of SLT said yes; it counts from then.</summary>
    Confirmed,

    /// <summary>A member of SLT said no.</summary>
    Refused,

    /// <summary>A later import asked for something else.</summary>
    Superseded,
}
