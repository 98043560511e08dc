using Rosewood.PolicyAdmin.Access;

namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>
/// The grants that a decision from an instant on can name: those that count or will count, and of those that have ended the ones that
/// still give the reason of a refusal. A grant that an earlier one of the same scope outlives in the telling is left out.
/// </summary>
internal static class SnapshotGrants
{
    /// <summary>Those grants, in the order in which they were recorded.</summary>
    public static IEnumerable<Grant> From(AccessLedger ledger, long utcTicks)
    {
        var ended = new Dictionary<string, List<(Grant Grant, GrantStatus Status)>>(StringComparer.Ordinal);
        foreach (var grant in ledger.All)
        {
            var status = grant.StatusAt(utcTicks);
            if (status is GrantStatus.Expired or GrantStatus.Revoked)
            {
                if (!ended.TryGetValue(grant.Fact.PersonId, out var earlier))
                {
                    ended.Add(grant.Fact.PersonId, earlier = []);
                }

                if (earlier.Exists(e => SpeaksFor(e, grant.Fact, status)))
                {
                    continue;
                }

                earlier.Add((grant, status));
            }

            yield return grant;
        }
    }

    /// <summary>Of two reasons as near the first recorded counts, and a revocation is nearer than an end.</summary>
    private static bool SpeaksFor((Grant Grant, GrantStatus Status) earlier, GrantFact later, GrantStatus status)
    {
        var fact = earlier.Grant.Fact;
        return (earlier.Status == GrantStatus.Revoked || status == GrantStatus.Expired)
            && (fact.AuthoriserId is null) == (later.AuthoriserId is null)
            && (fact.Services.Count == 0 || (later.Services.Count > 0 && Holds(fact.Services, later.Services)))
            && later.DeviceClasses.All(fact.DeviceClasses.Contains)
            && Holds(fact.DeviceNames, later.DeviceNames);
    }

    private static bool Holds(IReadOnlyList<string> wider, IReadOnlyList<string> narrower) => narrower.All(n => wider.Contains(n, StringComparer.OrdinalIgnoreCase));
}
