namespace Rosewood.PolicyAdmin.People;

/// <summary>A person on the roster, as they stood at one moment.</summary>
/// <param name="Id">Stable id, made at first import; what other records refer to.</param>
/// <param name="UserPrincipalName">Their account in the directory, lower case; the roster's key.</param>
/// <param name="DisplayName">Their name, Unicode NFC.</param>
/// <param name="Roles">Their roles.</param>
/// <param name="LoginNames">Login names as logs may show them, lower case.</param>
/// <param name="PersonalAddresses">Their declared private mail addresses.</param>
/// <param name="WorkPhone">Their work number, or null.</param>
/// <param name="StartDate">First day, or null when before the roster.</param>
/// <param name="EndDate">Last day (inclusive), or null.</param>
public sealed record Person(
    string Id,
    string UserPrincipalName,
    string DisplayName,
    RoleSet Roles,
    IReadOnlyList<string> LoginNames,
    IReadOnlyList<string> PersonalAddresses,
    string? WorkPhone,
    DateOnly? StartDate,
    DateOnly? EndDate);
