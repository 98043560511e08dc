namespace Rosewood.PolicyAdmin.Graph;

/// <summary>What a synchronisation with the tenant did about one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="From">From when it was asked; null: the source has no time, or nothing was due.</param>
/// <param name="Until">Until when; null as above.</param>
/// <param name="Fetched">Records that came, each counted once.</param>
/// <param name="New">Of these such as were not there before.</param>
/// <param name="Requests">Requests sent, repeated ones too.</param>
/// <param name="Throttled">Requests that the service answered with "too many".</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Gaps">Times of which nothing is known.</param>
public sealed record SyncResult(
    TenantSource Source,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    long Fetched,
    long New,
    int Requests,
    int Throttled,
    TimeSpan Elapsed,
    IReadOnlyList<TenantGap> Gaps);
