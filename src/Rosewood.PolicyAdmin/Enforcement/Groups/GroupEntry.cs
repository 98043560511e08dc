namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>A line of a group's list.</summary>
/// <param name="Account">The account as the directory knows it: a UPN, or in LDIF a login name.</param>
/// <param name="Name">Whose it is, for those who read the list; empty where the format has no place for it.</param>
/// <param name="Grants">The grants' ids, joined by <c>;</c>; <c>USE-3</c> is the standing authorisation.</param>
/// <param name="Until">When that ground ends, UTC; null: no end is known.</param>
internal sealed record GroupEntry(string Account, string Name, string Grants, DateTimeOffset? Until);
