namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// The hits that came last, so that a line which says only that a query was refused finds the queries that it is about: resolvers write the
/// two behind each other.
/// </summary>
internal sealed class RecentQueries
{
    private const int Most = 256;

    /// <summary>How long an answer may come after its query.</summary>
    private const long Patience = 10 * TimeSpan.TicksPerSecond;

    /// <summary>The same where an answer names no client, so that it could be another one's.</summary>
    private const long PatienceWithoutClient = 2 * TimeSpan.TicksPerSecond;

    private readonly Query[] _queries = new Query[Most];
    private int _next;

    /// <summary>Remembers a hit.</summary>
    public void Add(in LogHit hit)
    {
        _queries[_next] = new Query { Key = hit.Key, Ticks = hit.StartTicks, Host = hit.Host };
        _next = (_next + 1) % Most;
    }

    /// <summary>
    /// Takes the queries that an answer may be about, each only once: those of the same host, and of the same client where the answer names
    /// one. They are several, for a client asks for IPv4, IPv6 and HTTPS at once, asks again, and equal questions of two clients get one
    /// answer from upstream.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="taken">Is told of each.</param>
    /// <returns>Whether there was one, taken now or by an answer before.</returns>
    public bool Take(in LogHit answer, Action<VisitKey, long> taken)
    {
        var found = false;
        foreach (ref var query in _queries.AsSpan())
        {
            if (!query.IsAbout(answer))
            {
                continue;
            }

            found = true;
            if (!query.IsTaken)
            {
                query.IsTaken = true;
                taken(query.Key, query.Ticks);
            }
        }

        return found;
    }

    private struct Query
    {
        public VisitKey Key;
        public long Ticks;
        public int Host;
        public bool IsTaken;

        public readonly bool IsAbout(in LogHit answer) =>
            Ticks != 0 && Host == answer.Host && Key.Service == answer.Key.Service
            && (answer.Key.Address is { } address
                ? string.Equals(address, Key.Address, StringComparison.Ordinal) && Math.Abs(answer.StartTicks - Ticks) <= Patience
                : Math.Abs(answer.StartTicks - Ticks) <= PatienceWithoutClient);
    }
}
