using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Squid on a loopback port of its own, with logins, a policy file and logs of its own; stopped by process id.</summary>
public sealed class SquidProxy : IAsyncDisposable
{
    private const string Program = "/usr/sbin/squid";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-squid-").FullName;
    private readonly TcpListener _origin = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private Process? _process;

    public static bool IsInstalled => File.Exists(Program);

    public int Port { get; private set; }

    public string AccessLog => Path.Combine(_folder, "access.log");

    private int OriginPort => ((IPEndPoint)_origin.LocalEndpoint).Port;

    /// <summary>Starts an origin for the given hosts and Squid in front of it.</summary>
    /// <param name="hosts">Host names that resolve to the origin.</param>
    /// <param name="rules">Lines of squid.conf between login and the final allow.</param>
    public async Task StartAsync(IReadOnlyList<string> hosts, string rules)
    {
        _origin.Start();
        _ = ServeOriginAsync();
        Port = FreePort();
        await WriteFilesAsync(hosts, rules);
        _process = Process.Start(new ProcessStartInfo(Program, ["-N", "-f", Path.Combine(_folder, "squid.conf")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        await WaitForPortAsync();
    }

    /// <summary>A request for a page over plain HTTP; gives the status code.</summary>
    public Task<int> GetAsync(string user, string clientAddress, string host) =>
        AskAsync(user, clientAddress, $"GET http://{host}:{OriginPort}/page HTTP/1.1\r\nHost: {host}:{OriginPort}\r\nConnection: close\r\n", tunnel: false);

    /// <summary>A tunnel with some bytes through it; gives the status code.</summary>
    public Task<int> ConnectAsync(string user, string clientAddress, string host) =>
        AskAsync(user, clientAddress, $"CONNECT {host}:{OriginPort} HTTP/1.1\r\nHost: {host}:{OriginPort}\r\n", tunnel: true);

    /// <summary>A tunnel that stays open until the result is called, which sends some bytes through it and waits for its end.</summary>
    public async Task<Func<Task>> HoldAsync(string user, string clientAddress, string host)
    {
        var stream = await SendAsync(user, clientAddress, $"CONNECT {host}:{OriginPort} HTTP/1.1\r\nHost: {host}:{OriginPort}\r\n");
        (await ReadStatusAsync(stream)).ShouldBe(200);
        return async () =>
        {
            await using (stream)
            {
                await DrainTunnelAsync(stream);
            }
        };
    }

    /// <summary>Waits until the log holds a number of lines: Squid writes a line when its request has ended.</summary>
    public async Task WaitForLinesAsync(int lines)
    {
        for (var i = 0; i < 200; i++)
        {
            if (File.Exists(AccessLog) && (await File.ReadAllLinesAsync(AccessLog)).Length >= lines)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{AccessLog} has fewer than {lines} lines:\n{(File.Exists(AccessLog) ? await File.ReadAllTextAsync(AccessLog) : "(missing)")}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _origin.Stop();
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WriteFilesAsync(IReadOnlyList<string> hosts, string rules)
    {
        var login = Path.Combine(_folder, "login.sh");
        await File.WriteAllTextAsync(login, "while read -r user password; do if [ \"$password\" = \"pw-$user\" ]; then echo OK; else echo ERR; fi; done\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "hosts"), string.Concat(hosts.Select(h => $"127.0.0.1 {h}\n")));
        await File.WriteAllTextAsync(Path.Combine(_folder, "squid.conf"), $"""
            http_port 127.0.0.1:{Port}
            pid_filename none
            hosts_file {_folder}/hosts
            dns_nameservers 127.0.0.1
            access_log stdio:{AccessLog} squid
            cache_log {_folder}/cache.log
            cache deny all
            coredump_dir {_folder}
            shutdown_lifetime 1 seconds
            visible_hostname proxy.rosewood.test
            auth_param basic program /bin/sh {login}
            auth_param basic children 2
            auth_param basic realm rosewood
            acl staff proxy_auth REQUIRED
            http_access deny !staff
            {rules}
            http_access allow staff
            http_access deny all

            """);

        // Squid gives up root and writes its logs as its own user.
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        if (Environment.IsPrivilegedProcess)
        {
            using var chown = Process.Start("chown", ["-R", "proxy:proxy", _folder]);
            await chown.WaitForExitAsync();
        }
    }

    private async Task WaitForPortAsync()
    {
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException) when (!_process!.HasExited)
            {
                await Task.Delay(50);
            }
        }

        throw new TimeoutException("Squid does not answer.");
    }

    private async Task<int> AskAsync(string user, string clientAddress, string head, bool tunnel)
    {
        await using var stream = await SendAsync(user, clientAddress, head);
        var status = await ReadStatusAsync(stream);
        await (tunnel && status == 200 ? DrainTunnelAsync(stream) : DrainAsync(stream));
        return status;
    }

    private async Task<NetworkStream> SendAsync(string user, string clientAddress, string head)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(clientAddress), 0));
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:pw-{user}"));
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{head}Proxy-Authorization: Basic {credentials}\r\n\r\n"));
        return stream;
    }

    private static async Task DrainTunnelAsync(NetworkStream stream)
    {
        await stream.WriteAsync("GET / HTTP/1.0\r\n\r\n"u8.ToArray());
        await DrainAsync(stream);
    }

    private static async Task DrainAsync(NetworkStream stream)
    {
        var rest = new byte[4096];
        while (await stream.ReadAsync(rest) > 0)
        {
            // Drained to the end, so that Squid logs a whole request.
        }
    }

    private static async Task<int> ReadStatusAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) > 0)
        {
            head.Append((char)one[0]);
        }

        return int.Parse(head.ToString().AsSpan(9, 3));
    }

    private async Task ServeOriginAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _origin.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4096], _stop.Token);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray(), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
