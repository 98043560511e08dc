namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>How often a part of the service may be asked.</summary>
/// <param name="Service">The part, and the key under which requests are counted.</param>
/// <param name="Requests">At most so many requests …</param>
/// <param name="Window">… in any span of this length.</param>
/// <param name="Concurrent">At most so many at once.</param>
internal sealed record GraphLimit(string Service, int Requests, TimeSpan Window, int Concurrent);
