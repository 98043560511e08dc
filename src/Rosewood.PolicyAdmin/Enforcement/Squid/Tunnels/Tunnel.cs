using System.Buffers;
using System.Net.Sockets;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>An open tunnel: carries bytes both ways until an end closes it, it stops being authorised, or its time is up.</summary>
/// <param name="client">Squid's end.</param>
/// <param name="server">The destination's end.</param>
/// <param name="isOpen">Whether it is authorised at this moment.</param>
/// <param name="options">The clock and the limit.</param>
internal sealed class Tunnel(TunnelClient client, Socket server, Func<bool> isOpen, TunnelOptions options)
{
    private const int BufferSize = 64 * 1024;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Carries until the end. Both connections are the caller's to close.</summary>
    /// <param name="stop">Ends it at once.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watch = WatchAsync(end.Token);
        var carried = Task.WhenAll(UpAsync(end.Token), CarryAsync(server, client.Socket, end.Token));
        try
        {
            await Task.WhenAny(watch, carried).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(watch, carried).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Ends when the tunnel has to be closed.</summary>
    private async Task WatchAsync(CancellationToken end)
    {
        var started = options.Clock.GetTimestamp();
        while (isOpen() && options.Clock.GetElapsedTime(started) < options.Limit)
        {
            await Task.Delay(BetweenLooks, end).ConfigureAwait(false);
        }
    }

    private async Task UpAsync(CancellationToken end)
    {
        await SendAsync(server, client.Rest, end).ConfigureAwait(false);
        await CarryAsync(client.Socket, server, end).ConfigureAwait(false);
    }

    /// <summary>Carries one way until the sender has finished, and tells the receiver.</summary>
    private static async Task CarryAsync(Socket from, Socket to, CancellationToken end)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(), end).ConfigureAwait(false) is var read and > 0)
            {
                await SendAsync(to, buffer.AsMemory(0, read), end).ConfigureAwait(false);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes, CancellationToken end)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await to.SendAsync(bytes, end).ConfigureAwait(false)..];
        }
    }
}
