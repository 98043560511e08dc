namespace Rosewood.PolicyAdmin.Storage;

/// <summary>Whom this program put into groups of the tenant, by object ids, and which groups were agreed to have memberships with an end.</summary>
public sealed class GroupMemberRecords
{
    private readonly PolicyStore _store;

    internal GroupMemberRecords(PolicyStore store) => _store = store;

    /// <summary>The object ids of a group's members that were put there by the program.</summary>
    internal IReadOnlySet<string> Of(Guid group) => _store.Query(
        "SELECT object_id FROM group_member WHERE group_id = $group",
        [("$group", group.ToString())],
        static r => r.GetString(0)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every membership that the program made and that stands.</summary>
    internal IReadOnlyList<(string GroupId, string ObjectId, DateTimeOffset At)> All() => _store.Query(
        "SELECT group_id, object_id, at FROM group_member ORDER BY group_id, object_id",
        [],
        static r => (r.GetString(0), r.GetString(1), r.Instant(2)));

    /// <summary>Takes note of members; those that are known stay as they are.</summary>
    internal void Add(StoreChange change, Guid group, IEnumerable<string> objectIds)
    {
        ArgumentNullException.ThrowIfNull(change);
        foreach (var id in objectIds)
        {
            _store.Execute(
                "INSERT INTO group_member (group_id, object_id, at) VALUES ($group, $id, $at) ON CONFLICT DO NOTHING",
                ("$group", group.ToString()),
                ("$id", id),
                ("$at", change.Origin.At.UtcTicks));
        }
    }

    /// <summary>Leaves exactly these members.</summary>
    internal void Replace(StoreChange change, Guid group, IReadOnlyList<string> objectIds)
    {
        var kept = objectIds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var id in Of(group).Where(id => !kept.Contains(id)))
        {
            _store.Execute("DELETE FROM group_member WHERE group_id = $group AND object_id = $id", ("$group", group.ToString()), ("$id", id));
        }

        Add(change, group, objectIds);
    }

    /// <summary>Whether a person agreed to bring the group under Privileged Identity Management.</summary>
    internal bool IsOnboarded(Guid group) =>
        _store.Query("SELECT 1 FROM group_onboarding WHERE group_id = $group", [("$group", group.ToString())], static r => r.GetInt64(0)).Count > 0;

    /// <summary>Takes note of that agreement.</summary>
    internal void Onboard(StoreChange change, Guid group)
    {
        ArgumentNullException.ThrowIfNull(change);
        _store.Execute("INSERT INTO group_onboarding (group_id, at) VALUES ($group, $at) ON CONFLICT DO NOTHING", ("$group", group.ToString()), ("$at", change.Origin.At.UtcTicks));
    }
}
