using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Names for the operator ids in the audit trail, and back.</summary>
internal sealed class OperatorNames(PeopleHistory people, IReadOnlyList<string> recorded, long utcTicks)
{
    /// <summary>The name at the time of an entry, else as now, else the account or id.</summary>
    public string NameOf(string operatorId, long atTicks) => PersonNames.Show(people, operatorId, atTicks, otherwise: utcTicks);

    /// <summary>The ids that what a person typed stands for: an account that has acted, a person on the roster, or both.</summary>
    /// <exception cref="FaultException">It is neither.</exception>
    public IReadOnlySet<string> IdsOf(string typed)
    {
        var ids = recorded
            .Where(r => r.Equals(typed, StringComparison.OrdinalIgnoreCase) || r.Equals(PersonNames.IdOfAccount(typed), StringComparison.OrdinalIgnoreCase))
            .ToHashSet(StringComparer.Ordinal);
        try
        {
            ids.Add(people.Resolve(typed, utcTicks).Id);
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound && ids.Count > 0)
        {
            // An account that acted before, or without, a place on the roster.
        }

        return ids;
    }
}
