namespace Rosewood.Tenancy.Server;

/// <summary>The documented throttling budgets of one application in one tenant, in sliding windows.</summary>
internal sealed class Budgets(TestTenantOptions options)
{
    /// <summary>Service, counted requests or units, window in seconds, writes only.</summary>
    private static readonly (string Service, int Limit, int Seconds, bool Writes)[] Limits =
    [
        ("reports", 5, 10, false),
        ("messageTraces", 100, 300, false),
        ("directory", 3500, 10, false),
        ("directory", 3000, 150, true),
        ("outlook", 10_000, 600, false),
        ("intune", 1000, 20, false),
        ("intune", 100, 20, true),
    ];

    private readonly Lock gate = new();
    private readonly Queue<(long At, int Cost)>[] spent = [.. Limits.Select(_ => new Queue<(long, int)>())];
    private readonly Dictionary<string, int> busy = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts a request, also one that is refused: the service does so too.</summary>
    /// <returns>How many real seconds to wait, or null when the request is within all budgets.</returns>
    public int? Spend(string service, bool isWrite, int cost)
    {
        if (!options.EnforceBudgets)
        {
            return null;
        }

        int? wait = null;
        lock (gate)
        {
            var now = options.BudgetClock.GetTimestamp();
            for (var i = 0; i < Limits.Length; i++)
            {
                var limit = Limits[i];
                if (!string.Equals(limit.Service, service, StringComparison.Ordinal) || (limit.Writes && !isWrite))
                {
                    continue;
                }

                var window = limit.Seconds / options.BudgetSpeed;
                var queue = spent[i];
                while (queue.TryPeek(out var oldest) && Age(oldest.At, now) >= window)
                {
                    queue.Dequeue();
                }

                queue.Enqueue((now, cost));
                if (queue.Sum(s => s.Cost) > limit.Limit)
                {
                    var seconds = (int)Math.Ceiling(window - Age(queue.Peek().At, now));
                    wait = Math.Max(wait ?? 1, Math.Max(1, seconds));
                }
            }
        }

        return wait;
    }

    /// <summary>Enters a mailbox; false when four requests of the application are in it already.</summary>
    public bool Enter(string mailbox)
    {
        lock (gate)
        {
            var inside = busy.GetValueOrDefault(mailbox);
            if (options.EnforceBudgets && inside >= 4)
            {
                return false;
            }

            busy[mailbox] = inside + 1;
            return true;
        }
    }

    /// <summary>Leaves a mailbox that was entered.</summary>
    public void Leave(string mailbox)
    {
        lock (gate)
        {
            busy[mailbox]--;
        }
    }

    private double Age(long at, long now) => options.BudgetClock.GetElapsedTime(at, now).TotalSeconds;
}
