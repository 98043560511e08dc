namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>Counts what goes to the service and back.</summary>
internal sealed class GraphTraffic
{
    private int _requests;
    private int _throttled;

    /// <summary>Requests sent, repeated ones too.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Of these answered with "too many".</summary>
    public int Throttled => Volatile.Read(ref _throttled);

    /// <summary>A request goes out.</summary>
    public void Sent() => Interlocked.Increment(ref _requests);

    /// <summary>An answer said "too many".</summary>
    public void WasThrottled() => Interlocked.Increment(ref _throttled);
}
