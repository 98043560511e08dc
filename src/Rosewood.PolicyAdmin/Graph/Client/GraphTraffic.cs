namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>Counts what goes to the service and back.</summary>
internal sealed class GraphTraffic
{
    private int _requests;
    private int _throttled;
    private int _retried;

    /// <summary>Requests sent, repeated ones too.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Of these answered with "too many".</summary>
    public int Throttled => Volatile.Read(ref _throttled);

    /// <summary>Requests sent again.</summary>
    public int Retried => Volatile.Read(ref _retried);

    /// <summary>A request goes out.</summary>
    public void Sent() => Interlocked.Increment(ref _requests);

    /// <summary>An answer said "too many".</summary>
    public void WasThrottled() => Interlocked.Increment(ref _throttled);

    /// <summary>A request will be sent again.</summary>
    public void WillRetry() => Interlocked.Increment(ref _retried);
}
