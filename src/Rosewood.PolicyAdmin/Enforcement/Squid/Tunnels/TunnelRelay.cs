using System.Net;
using System.Net.Sockets;

namespace Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

/// <summary>
/// The way that Squid sends tunnels to social media: decides each at its start and again five times a second, and closes it when it stops
/// being authorised. Squid itself never asks again inside a tunnel. Takes tunnels to what lies under a host that the catalogue blocks only,
/// from this machine only.
/// </summary>
internal sealed class TunnelRelay : IDisposable
{
    private const int Backlog = 512;
    private static readonly TimeSpan BetweenBinds = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IPEndPoint _address;
    private readonly TunnelOptions _options;
    private readonly Action<string> _tell;
    private readonly CancellationTokenSource _stop = new();
    private bool _disposed;

    /// <param name="address">Where it listens.</param>
    /// <param name="options">What its tunnels need.</param>
    /// <param name="tell">Is told, in a line of text, of what a technician should know.</param>
    public TunnelRelay(IPEndPoint address, TunnelOptions options, Action<string> tell) => (_address, _options, _tell) = (address, options, tell);

    /// <summary>Listens, if the port is free at once; else as soon as it is: a helper that Squid replaces holds it a moment longer.</summary>
    public void Start()
    {
        if (TryListen(out var listener))
        {
            _ = AcceptAsync(listener);
            return;
        }

        _tell($"{_address} is in use. If squid.conf has workers over 1, another worker's helper has it and serves all of them: then this is as it should be. Else tunnels to social media fail until it is free; if that stays so, give the target another tunnelPort.");
        _ = ListenLaterAsync();
    }

    /// <summary>Closes every tunnel.</summary>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    private bool TryListen(out Socket listener)
    {
        listener = new Socket(_address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(_address);
            listener.Listen(Backlog);
            return true;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return false;
        }
    }

    private async Task ListenLaterAsync()
    {
        var stop = _stop.Token;
        try
        {
            while (true)
            {
                await Task.Delay(BetweenBinds, stop).ConfigureAwait(false);
                if (TryListen(out var listener))
                {
                    _tell($"{_address} is free now; tunnels to social media are open for those who may.");
                    await AcceptAsync(listener).ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The helper ends.
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        var stop = _stop.Token;
        using (listener)
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    var client = await listener.AcceptAsync(stop).ConfigureAwait(false);
                    _ = ServeAsync(client, stop);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (SocketException e)
                {
                    // Out of file handles, say; the next may be taken again.
                    _tell($"A tunnel could not be taken: {e.Message}");
                    await Task.Delay(BetweenBinds, CancellationToken.None).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task ServeAsync(Socket client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await ServeAsync(new TunnelClient(client), stop).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                // One end went away, or the helper ends: the tunnel is closed.
            }
        }
    }

    private async Task ServeAsync(TunnelClient client, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        if (await client.ReadRequestAsync(limit.Token).ConfigureAwait(false) is not { } request)
        {
            await client.AnswerAsync("400 Bad Request", limit.Token).ConfigureAwait(false);
            return;
        }

        if (request.IsProbe)
        {
            await client.AnswerAsync("200 Connection established", limit.Token, TunnelRequest.ProbeWord).ConfigureAwait(false);
            return;
        }

        if (!_options.IsOurs(request) || !_options.IsOpen(request))
        {
            await client.AnswerAsync("403 Forbidden", limit.Token).ConfigureAwait(false);
            return;
        }

        Socket server;
        try
        {
            server = await _options.ConnectAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            await client.AnswerAsync("502 Bad Gateway", limit.Token).ConfigureAwait(false);
            return;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            await client.AnswerAsync("504 Gateway Timeout", stop).ConfigureAwait(false);
            return;
        }

        using (server)
        {
            server.NoDelay = true;
            await client.AnswerAsync("200 Connection established", limit.Token).ConfigureAwait(false);
            await new Tunnel(client, server, () => _options.IsOpen(request), _options).RunAsync(stop).ConfigureAwait(false);
        }
    }
}
