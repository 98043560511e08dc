using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>A client's connection to a proxy, which stays open from request to request.</summary>
public sealed class ProxyConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly int _originPort;
    private readonly string _credentials;

    private ProxyConnection(Socket socket, int originPort, string? user)
    {
        (_socket, _originPort) = (socket, originPort);
        _stream = new NetworkStream(socket);
        _credentials = user is null ? "" : $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:pw-{user}"))}\r\n";
    }

    public static async Task<ProxyConnection> OpenAsync(int port, int originPort, string? user, string clientAddress)
    {
        var client = IPAddress.Parse(clientAddress);
        var socket = new Socket(client.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(client, 0));
        await socket.ConnectAsync(client.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, port);
        return new ProxyConnection(socket, originPort, user);
    }

    /// <summary>A page over plain HTTP.</summary>
    public async Task<(int Status, string Body)> GetAsync(string host)
    {
        await SendAsync($"GET http://{host}:{_originPort}/page HTTP/1.1\r\nHost: {host}:{_originPort}\r\n{_credentials}\r\n");
        return await ReadAsync();
    }

    /// <summary>Asks for a tunnel; gives the status code.</summary>
    public async Task<int> ConnectAsync(string host, int? port = null)
    {
        port ??= _originPort;
        await SendAsync($"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n{_credentials}\r\n");
        return (await ReadAsync(isTunnel: true)).Status;
    }

    /// <summary>Whether the tunnel still carries a question and its answer.</summary>
    public async Task<bool> PingAsync()
    {
        try
        {
            await SendAsync("GET / HTTP/1.1\r\nHost: origin\r\n\r\n");
            return (await ReadAsync()).Status == 200;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A last exchange through the tunnel, to its end, so that Squid logs a whole one.</summary>
    public async Task FinishAsync()
    {
        await SendAsync("GET / HTTP/1.0\r\n\r\n");
        var rest = new byte[4096];
        while (await _stream.ReadAsync(rest) > 0)
        {
            // Drained.
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private Task SendAsync(string text) => _stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    /// <summary>Status 0: the other side closed.</summary>
    private async Task<(int Status, string Body)> ReadAsync(bool isTunnel = false)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await _stream.ReadAsync(one) == 0)
            {
                return (0, "");
            }

            head.Append((char)one[0]);
        }

        var status = int.Parse(head.ToString().AsSpan(9, 3));
        if (isTunnel && status == 200)
        {
            return (status, "");
        }

        var length = head.ToString().Split("\r\n").Where(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(l => int.Parse(l.AsSpan(15))).FirstOrDefault();
        var body = new byte[length];
        await _stream.ReadExactlyAsync(body);
        return (status, Encoding.UTF8.GetString(body));
    }
}
