using System.Globalization;
using Rosewood.Tenancy.Server;

namespace Rosewood.Tenancy.Directory;

/// <summary>The tenant's users and groups.</summary>
public sealed class TenantDirectory
{
    private readonly TenantState state;
    private readonly List<TenantUser> users = [];
    private readonly List<TenantGroup> groups = [];
    private readonly Dictionary<string, MembershipHistory> members = new(StringComparer.OrdinalIgnoreCase);

    internal TenantDirectory(TenantState state) => this.state = state;

    /// <summary>All users, a copy.</summary>
    public IReadOnlyList<TenantUser> Users
    {
        get
        {
            lock (state.Gate)
            {
                return [.. users];
            }
        }
    }

    internal string FirstUserId => users.Count > 0 ? users[0].Id : "00000000-0000-0000-0000-000000000001";

    internal IReadOnlyList<TenantGroup> Groups => [.. groups];

    /// <summary>Adds a user.</summary>
    public TenantUser Add(TenantUser user)
    {
        lock (state.Gate)
        {
            users.Add(user);
            return user;
        }
    }

    /// <summary>Adds numbered users: <c>user0001@rosewood.example</c>, ids by number.</summary>
    public IReadOnlyList<TenantUser> AddUsers(int count)
    {
        lock (state.Gate)
        {
            var added = Enumerable.Range(users.Count + 1, count).Select(n => new TenantUser(
                $"00000000-0000-4000-8000-{n.ToString("D12", CultureInfo.InvariantCulture)}",
                $"user{n.ToString("D4", CultureInfo.InvariantCulture)}@rosewood.example",
                $"User {n.ToString(CultureInfo.InvariantCulture)}")).ToList();
            users.AddRange(added);
            return added;
        }
    }

    /// <summary>Adds a group with its members' ids, all of them seen at once.</summary>
    public TenantGroup Add(TenantGroup group, params IEnumerable<string> memberIds)
    {
        lock (state.Gate)
        {
            groups.Add(group);
            foreach (var id in memberIds)
            {
                MembersOf(group.Id).Add(id, state.Now, Consistency.Immediate);
            }

            return group;
        }
    }

    /// <summary>Deletes a user or group, with its memberships.</summary>
    public void Remove(string id)
    {
        lock (state.Gate)
        {
            users.RemoveAll(u => u.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
            groups.RemoveAll(g => g.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
            foreach (var history in members.Values)
            {
                history.Remove(id, state.Now, Consistency.Immediate);
            }
        }
    }

    /// <summary>The direct members as they are, whatever reads still show; with those whose time-bound membership runs.</summary>
    public IReadOnlyList<string> ActualMembers(string groupId)
    {
        lock (state.Gate)
        {
            return [.. MembersOf(groupId).Actual.Union(state.Timed.Running(groupId), StringComparer.OrdinalIgnoreCase)];
        }
    }

    internal MembershipHistory MembersOf(string groupId) => members.TryGetValue(groupId, out var history) ? history : members[groupId] = new MembershipHistory();

    /// <summary>A user by id or login name.</summary>
    internal TenantUser? Find(string idOrName) => users.Find(u => u.Id.Equals(idOrName, StringComparison.OrdinalIgnoreCase) || u.UserPrincipalName.Equals(idOrName, StringComparison.OrdinalIgnoreCase));

    internal TenantGroup? FindGroup(string id) => groups.Find(g => g.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    internal TenantUser User(string idOrName) => Find(idOrName) ?? throw GraphException.NotFound(idOrName);

    internal TenantGroup Group(string id) => FindGroup(id) ?? throw GraphException.NotFound(id);

    /// <summary>The direct members that a read shows.</summary>
    internal IReadOnlyList<string> ReadMembers(string groupId)
        => [.. MembersOf(groupId).Read(state.Now).Union(state.Timed.Running(groupId), StringComparer.OrdinalIgnoreCase)];

    /// <summary>The members and theirs, each once, also where groups contain each other.</summary>
    internal IReadOnlyList<string> ReadTransitive(string groupId)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var found = new List<string>();
        var open = new Queue<string>([groupId]);
        while (open.TryDequeue(out var group))
        {
            foreach (var id in ReadMembers(group))
            {
                if (seen.Add(id))
                {
                    found.Add(id);
                    if (FindGroup(id) is not null)
                    {
                        open.Enqueue(id);
                    }
                }
            }
        }

        return found;
    }
}
