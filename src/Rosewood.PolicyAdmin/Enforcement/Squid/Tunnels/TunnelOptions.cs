using System.Net.Sockets;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>What tunnels go by.</summary>
/// <param name="State">The facts of now.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Limit">How long a tunnel may live.</param>
internal sealed record TunnelOptions(Func<HelperState> State, TimeProvider Clock, TimeSpan Limit)
{
    /// <summary>Connects to a tunnel's destination.</summary>
    public Func<TunnelRequest, CancellationToken, Task<Socket>> ConnectAsync { get; init; } = static async (request, token) =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(request.Host, request.Port, token).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    };

    /// <summary>Whether the decision lets a tunnel through at this moment.</summary>
    public bool IsOpen(TunnelRequest request) =>
        State() is var state && state.IsSocialMedia(request.HostBytes)
        && state.Decide(request.Login, request.Address, request.Mac, request.HostBytes, Clock.GetUtcNow().UtcTicks).Allowed;
}
