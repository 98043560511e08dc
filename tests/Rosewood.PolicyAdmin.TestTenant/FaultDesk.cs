namespace Rosewood.Tenancy;

/// <summary>Decides which request meets a fault: those ordered by a test first, then by lot.</summary>
public sealed class FaultDesk
{
    private readonly Lock gate = new();
    private readonly List<(FaultKind Kind, string? Method, string? Path)> ordered = [];
    private FaultPlan plan;
    private Random random;

    internal FaultDesk(FaultPlan plan)
    {
        this.plan = plan;
        random = new Random(plan.Seed);
    }

    /// <summary>The plan of the lots; setting it starts the lots anew.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (gate)
            {
                return plan;
            }
        }

        set
        {
            lock (gate)
            {
                plan = value;
                random = new Random(value.Seed);
            }
        }
    }

    /// <summary>Orders a fault for the next requests that fit.</summary>
    /// <param name="kind">The fault.</param>
    /// <param name="times">For how many requests.</param>
    /// <param name="path">What the path must contain, in any case of letters; null: any.</param>
    /// <param name="method">The HTTP method; null: any.</param>
    public void Next(FaultKind kind, int times = 1, string? path = null, string? method = null)
    {
        lock (gate)
        {
            for (var i = 0; i < times; i++)
            {
                ordered.Add((kind, method, path));
            }
        }
    }

    internal FaultKind Draw(string method, string path)
    {
        lock (gate)
        {
            var at = ordered.FindIndex(o => (o.Method is null || string.Equals(o.Method, method, StringComparison.OrdinalIgnoreCase))
                && (o.Path is null || path.Contains(o.Path, StringComparison.OrdinalIgnoreCase)));
            if (at >= 0)
            {
                var kind = ordered[at].Kind;
                ordered.RemoveAt(at);
                return kind;
            }

            var lot = random.NextDouble();
            foreach (var (kind, share) in plan.Shares.OrderBy(s => s.Key))
            {
                if (lot < share)
                {
                    return kind;
                }

                lot -= share;
            }

            return FaultKind.None;
        }
    }
}
