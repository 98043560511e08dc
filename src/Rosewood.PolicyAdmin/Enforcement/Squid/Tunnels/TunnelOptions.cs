using System.Net.Sockets;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>What tunnels go by.</summary>
/// <param name="State">The facts of now.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Limit">How long a tunnel may live.</param>
internal sealed record TunnelOptions(Func<HelperState> State, TimeProvider Clock, TimeSpan Limit)
{
    /// <summary>How long a tunnel of which one end has finished may be silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Connects to a tunnel's destination.</summary>
    public Func<TunnelRequest, CancellationToken, Task<Socket>> ConnectAsync { get; init; } = static async (request, token) =>
        await new TunnelConnector().ConnectAsync(await System.Net.Dns.GetHostAddressesAsync(request.Host, token).ConfigureAwait(false), request.Port, token).ConfigureAwait(false);

    /// <summary>
    /// Whether a tunnel is one that Squid sends here, open or not. To no other host is anything connected: the relay is no way past the proxy.
    /// </summary>
    public bool IsOurs(TunnelRequest request) => State().IsAskedAbout(request.Host);

    /// <summary>Whether the decision lets a tunnel through at this moment.</summary>
    public bool IsOpen(TunnelRequest request) =>
        State().Decide(request.Login, request.Address, request.Mac, request.HostBytes, Clock.GetUtcNow().UtcTicks).Allowed;
}
