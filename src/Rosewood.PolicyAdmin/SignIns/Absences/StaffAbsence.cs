namespace Rosewood.PolicyAdmin.SignIns.Absences;

/// <summary>A recorded absence: what <c>Get-StaffAbsence</c> gives. As CSV it can be imported again.</summary>
/// <param name="Id">Its id, such as <c>A-0001</c>.</param>
/// <param name="User">Who, by display name.</param>
/// <param name="UserPrincipalName">Who; null when they are no longer on the roster.</param>
/// <param name="From">First instant, in the school's local time.</param>
/// <param name="To">First instant no longer absent: midnight after the last day.</param>
public sealed record StaffAbsence(
    string Id,
    string User,
    string? UserPrincipalName,
    DateTimeOffset From,
    DateTimeOffset To);
