using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Finds who an operating-system account is.</summary>
internal static class OperatorDirectory
{
    public static Operator Recognise(PolicyStore store, string account, DateTimeOffset now)
    {
        // The roster's part is added with People: a current person whose login name is this account.
        var roles = RoleSet.None;
        foreach (var (name, role) in store.Settings.GetBootstrapOperators())
        {
            if (string.Equals(name, account, StringComparison.OrdinalIgnoreCase))
            {
                roles = roles.With(Enum.Parse<Role>(role));
            }
        }

        _ = now;
        return new Operator(account, Person: null, roles);
    }
}
