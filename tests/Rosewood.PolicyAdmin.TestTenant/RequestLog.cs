namespace Rosewood.Tenancy;

/// <summary>Every request that reached the tenant, in the order in which they were answered.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<RecordedRequest> requests = [];
    private int number;

    /// <summary>All of them, a copy.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (gate)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>All but those that were sent away as too many: what a client asked for, whatever an earlier one had left of the budget.</summary>
    public IReadOnlyList<RecordedRequest> Admitted => [.. All.Where(r => r.Status != 429)];

    /// <summary>Those of one service.</summary>
    public IReadOnlyList<RecordedRequest> Of(string service) => [.. All.Where(r => string.Equals(r.Service, service, StringComparison.Ordinal))];

    /// <summary>Those whose path ends with the text, in any case of letters.</summary>
    public IReadOnlyList<RecordedRequest> To(string pathEnd) => [.. All.Where(r => r.Path.EndsWith(pathEnd, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The most requests of a service that arrived within any window of that length.</summary>
    public int MostWithin(string service, TimeSpan window)
    {
        var times = Of(service).Select(r => r.At).Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    /// <summary>Forgets what was recorded.</summary>
    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
        }
    }

    internal int NextNumber() => Interlocked.Increment(ref number);

    internal void Add(RecordedRequest request)
    {
        lock (gate)
        {
            requests.Add(request);
        }
    }
}
