using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>The person behind a command: the operating system's account, matched to the roster.</summary>
/// <param name="Account">The account as the system names it, such as <c>it.tech</c> or <c>ROSEWOOD\it.tech</c>.</param>
/// <param name="Person">Their roster entry, if there is one.</param>
/// <param name="Roles">The roles that they hold now.</param>
public sealed record Operator(string Account, Person? Person, RoleSet Roles)
{
    /// <summary>The id that goes into the audit trail: the person's, else <c>account:</c> and the account's name, <c>service:</c> where nobody is behind it.</summary>
    public string Id => IsService ? PersonNames.IdOfService(Account) : Person?.Id ?? PersonNames.IdOfAccount(Account);

    /// <summary>Whether today lies between the person's first and last day.</summary>
    public bool IsEmployed { get; init; } = true;

    /// <summary>Whether it is no person, but a timer or service that runs as the account that owns the store.</summary>
    public bool IsService { get; init; }

    /// <summary>The name shown to people.</summary>
    public string DisplayName => Person?.DisplayName ?? Account;

    /// <summary>A timer or service: without a person and without any role.</summary>
    public static Operator Service(string account) => new(account, Person: null, RoleSet.None) { IsService = true };
}
