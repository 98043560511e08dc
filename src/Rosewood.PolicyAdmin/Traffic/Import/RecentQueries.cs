namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// The hits that came last, so that a line which says only that a query was refused finds the query that it is about: resolvers write the
/// two behind each other.
/// </summary>
internal sealed class RecentQueries
{
    private const int Most = 256;
    private const long Patience = 10 * TimeSpan.TicksPerSecond;
    private readonly (VisitKey Key, long Ticks, int Host)[] _queries = new (VisitKey, long, int)[Most];
    private int _next;

    /// <summary>Remembers a hit.</summary>
    public void Add(in LogHit hit)
    {
        _queries[_next] = (hit.Key, hit.StartTicks, hit.Host);
        _next = (_next + 1) % Most;
    }

    /// <summary>The latest query that an answer may be about, which is forgotten with that: of the same host, and of the same client where the answer names one.</summary>
    public bool TryTake(in LogHit answer, out VisitKey key, out long ticks)
    {
        for (var i = 1; i <= Most; i++)
        {
            ref var query = ref _queries[(_next - i + Most) % Most];
            if (query.Ticks != 0 && query.Host == answer.Host && query.Key.Service == answer.Key.Service
                && (answer.Key.Address is null || string.Equals(answer.Key.Address, query.Key.Address, StringComparison.Ordinal))
                && Math.Abs(answer.StartTicks - query.Ticks) <= Patience)
            {
                (key, ticks) = (query.Key, query.Ticks);
                query = default;
                return true;
            }
        }

        (key, ticks) = (default, 0);
        return false;
    }
}
