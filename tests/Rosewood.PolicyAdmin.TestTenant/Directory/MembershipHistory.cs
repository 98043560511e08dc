namespace Rosewood.Tenancy.Directory;

/// <summary>One group's members: as they are, and as reads show them while a change is still on its way.</summary>
internal sealed class MembershipHistory
{
    private readonly List<string> actual = [];
    private readonly List<string> shown = [];
    private readonly List<Change> pending = [];

    public bool Has(string id) => actual.Contains(id, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Actual => actual;

    public void Add(string id, DateTimeOffset now, Consistency consistency) => Apply(new Change(id, true, now + consistency.Delay, consistency.Reads));

    public void Remove(string id, DateTimeOffset now, Consistency consistency) => Apply(new Change(id, false, now + consistency.Delay, consistency.Reads));

    /// <summary>What a read shows; counts as one of the reads that still show the old state.</summary>
    public IReadOnlyList<string> Read(DateTimeOffset now)
    {
        Settle(now);
        foreach (var change in pending)
        {
            change.ReadsLeft--;
        }

        return [.. shown];
    }

    private void Apply(Change change)
    {
        Do(actual, change);
        pending.Add(change);
        Settle(DateTimeOffset.MinValue);
    }

    /// <summary>Shows the changes, in order, up to the first that is not due.</summary>
    private void Settle(DateTimeOffset now)
    {
        while (pending.Count > 0 && pending[0] is var first && first.ReadsLeft <= 0 && first.Due <= now)
        {
            Do(shown, first);
            pending.RemoveAt(0);
        }
    }

    private static void Do(List<string> members, Change change)
    {
        members.RemoveAll(m => m.Equals(change.Id, StringComparison.OrdinalIgnoreCase));
        if (change.IsAdded)
        {
            members.Add(change.Id);
        }
    }

    private sealed class Change(string id, bool isAdded, DateTimeOffset due, int readsLeft)
    {
        public string Id { get; } = id;

        public bool IsAdded { get; } = isAdded;

        public DateTimeOffset Due { get; } = due;

        public int ReadsLeft { get; set; } = readsLeft;
    }
}
