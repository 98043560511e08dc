using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Governance;

/// <summary>Memberships that end by the tenant's clock.</summary>
internal sealed class TimedMemberships(TenantState state)
{
    private readonly List<TimedMembership> all = [];

    public IEnumerable<TimedMembership> Live => all.Where(m => m.End > state.Now);

    public void Add(TimedMembership membership) => all.Add(membership);

    public void Replace(TimedMembership old, TimedMembership membership) => all[all.IndexOf(old)] = membership;

    /// <summary>The members of a group whose time runs.</summary>
    public IEnumerable<string> Running(string groupId)
        => Live.Where(m => m.Start <= state.Now && string.Equals(m.AccessId, "member", StringComparison.Ordinal) && m.GroupId.Equals(groupId, StringComparison.OrdinalIgnoreCase)).Select(m => m.PrincipalId);

    public TimedMembership? Find(string groupId, string principalId, string accessId)
        => Live.FirstOrDefault(m => m.GroupId.Equals(groupId, StringComparison.OrdinalIgnoreCase) && m.PrincipalId.Equals(principalId, StringComparison.OrdinalIgnoreCase) && string.Equals(m.AccessId, accessId, StringComparison.Ordinal));

    /// <summary>Ends a membership before its time, if there is one.</summary>
    public void End(string groupId, string principalId, string accessId = "member")
    {
        if (Find(groupId, principalId, accessId) is { } membership)
        {
            all.Remove(membership);
        }
    }
}

/// <summary>One membership for a time.</summary>
internal sealed record TimedMembership(string Id, string GroupId, string PrincipalId, string AccessId, DateTimeOffset Start, DateTimeOffset End);
