using System.Buffers;
using System.Net.Sockets;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>
/// An open tunnel: carries bytes both ways until both ends have finished, one breaks off, it stops being authorised, or its time is up. Where
/// one end has finished, the other may go on, but not be silent for long.
/// </summary>
/// <param name="client">Squid's end.</param>
/// <param name="server">The destination's end.</param>
/// <param name="isOpen">Whether it is authorised at this moment.</param>
/// <param name="options">The clock and the limits.</param>
internal sealed class Tunnel(TunnelClient client, Socket server, Func<bool> isOpen, TunnelOptions options)
{
    private const int BufferSize = 64 * 1024;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private long _moved;

    /// <summary>Carries until the end. Both connections are the caller's to close.</summary>
    /// <param name="stop">Ends it at once.</param>
    public async Task RunAsync(CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var up = UpAsync(end.Token);
        var down = CarryAsync(server, client.Socket, end.Token);
        var watch = WatchAsync([up, down], end.Token);
        try
        {
            var first = await Task.WhenAny(watch, up, down).ConfigureAwait(false);
            if (first != watch && first.IsCompletedSuccessfully)
            {
                await Task.WhenAny(watch, first == up ? down : up).ConfigureAwait(false);
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(watch, up, down).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Ends when the tunnel has to be closed.</summary>
    private async Task WatchAsync(Task[] ways, CancellationToken end)
    {
        var started = options.Clock.GetTimestamp();
        while (isOpen()
            && options.Clock.GetElapsedTime(started) < options.Limit
            && (!Array.Exists(ways, static w => w.IsCompleted) || options.Clock.GetElapsedTime(Volatile.Read(ref _moved)) < options.Silence))
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
    private async Task CarryAsync(Socket from, Socket to, CancellationToken end)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(), end).ConfigureAwait(false) is var read and > 0)
            {
                await SendAsync(to, buffer.AsMemory(0, read), end).ConfigureAwait(false);
                Volatile.Write(ref _moved, options.Clock.GetTimestamp());
            }

            to.Shutdown(SocketShutdown.Send);
            Volatile.Write(ref _moved, options.Clock.GetTimestamp());
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
