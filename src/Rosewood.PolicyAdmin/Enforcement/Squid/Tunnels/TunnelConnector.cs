using System.Net;
using System.Net.Sockets;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>Connects to the first of a host's addresses that answers. One that is silent does not use up the time of the others.</summary>
internal sealed class TunnelConnector
{
    /// <summary>How long an address is waited for.</summary>
    public TimeSpan Each { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connects a socket to an address.</summary>
    public Func<Socket, IPEndPoint, CancellationToken, Task> OneAsync { get; init; } = static async (socket, address, token) => await socket.ConnectAsync(address, token).ConfigureAwait(false);

    /// <summary>Tries the addresses in their order.</summary>
    /// <exception cref="SocketException">None of them answered; it tells of the last one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<Socket> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        var last = new SocketException((int)SocketError.HostNotFound);
        foreach (var address in addresses)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Each);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await OneAsync(socket, new IPEndPoint(address, port), limit.Token).ConfigureAwait(false);
                return socket;
            }
            catch (Exception e)
            {
                socket.Dispose();
                if (e is not (SocketException or OperationCanceledException) || cancellationToken.IsCancellationRequested)
                {
                    throw;
                }

                last = e as SocketException ?? new SocketException((int)SocketError.TimedOut);
            }
        }

        throw last;
    }
}
