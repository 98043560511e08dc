using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>The accounts by which a person is put into a group.</summary>
internal static class GroupAccounts
{
    /// <summary>
    /// The UPN; in LDIF every login name without domain that the decision takes for this person alone, since the roster does not say which
    /// of them the directory has. Empty where there is none.
    /// </summary>
    public static IReadOnlyList<string> Of(EnforcementFormat? format, EnforcementFacts facts, Person person)
    {
        IEnumerable<string> names = format != EnforcementFormat.Ldif
            ? [person.UserPrincipalName]
            : PeopleHistory.LoginsOf(person).Select(l => LoginName.WithoutDomain(l).ToString()).Where(IsIa5).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. names.Where(n => string.Equals(facts.Access.People.FindByLogin(n, facts.At.UtcTicks).Person?.Id, person.Id, StringComparison.Ordinal))];
    }

    /// <summary>Whether the account is declared as one that several people use.</summary>
    public static bool IsShared(EnforcementFacts facts, Person person)
    {
        var shared = facts.Config.SignIns.DeclaredSharedAccounts.Select(LoginName.Normalize).ToHashSet(StringComparer.Ordinal);
        return PeopleHistory.LoginsOf(person).Any(shared.Contains);
    }

    /// <summary>What <c>memberUid</c> can hold (RFC 2307): a server refuses the whole change for one value with other characters.</summary>
    private static bool IsIa5(string name) => name.All(static c => c is > ' ' and < '\u007F');
}
