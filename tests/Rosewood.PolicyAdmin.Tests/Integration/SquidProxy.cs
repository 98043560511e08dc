using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

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

    /// <summary>Whether this machine has an IPv6 loopback; then the proxy listens there too.</summary>
    public static bool HasIPv6 { get; } = CanListen(IPAddress.IPv6Loopback);

    public int Port { get; private set; }

    public string AccessLog => Path.Combine(_folder, "access.log");

    /// <summary>Squid's own log, in which helpers speak too.</summary>
    public string CacheLog => Path.Combine(_folder, "cache.log");

    public string ConfigFile => Path.Combine(_folder, "squid.conf");

    /// <summary>The origin's port, which every host of the proxy has.</summary>
    public int OriginPort => ((IPEndPoint)_origin.LocalEndpoint).Port;

    /// <summary>Starts an origin for the given hosts and Squid in front of it.</summary>
    /// <param name="hosts">Host names that resolve to the origin.</param>
    /// <param name="rules">Lines of squid.conf between login and the final allow.</param>
    public async Task StartAsync(IReadOnlyList<string> hosts, string rules)
    {
        _origin.Start();
        _ = AcceptAsync();
        Port = FreePort();
        await WriteFilesAsync(hosts, rules);

        // In a mount namespace of its own, whose hosts file the helpers see too; nothing of the machine is touched.
        string[] rights = Environment.IsPrivilegedProcess ? [] : ["--user", "--map-current-user", "--keep-caps"];
        const string Script = "mount --bind \"$1\" /etc/hosts && exec \"$2\" -N -f \"$3\"";
        _process = Process.Start(new ProcessStartInfo("unshare", [.. rights, "--mount", "sh", "-c", Script, "sh", Path.Combine(_folder, "hosts"), Program, ConfigFile])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        await WaitForPortAsync();
    }

    /// <summary>Stops Squid, and with it its helpers.</summary>
    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>A connection to the proxy, kept alive.</summary>
    public Task<ProxyConnection> OpenAsync(string? user, string clientAddress) => ProxyConnection.OpenAsync(Port, OriginPort, user, clientAddress);

    /// <summary>A request for a page over plain HTTP; gives the status code.</summary>
    /// <exception cref="InvalidOperationException">Squid closed the connection without an answer.</exception>
    public async Task<int> GetAsync(string? user, string clientAddress, string host)
    {
        using var connection = await OpenAsync(user, clientAddress);
        return await AnsweredAsync((await connection.GetAsync(host)).Status);
    }

    /// <summary>A tunnel with some bytes through it; gives the status code.</summary>
    /// <exception cref="InvalidOperationException">Squid closed the connection without an answer.</exception>
    public async Task<int> ConnectAsync(string? user, string clientAddress, string host, int? port = null)
    {
        using var connection = await OpenAsync(user, clientAddress);
        var status = await AnsweredAsync(await connection.ConnectAsync(host, port));
        if (status == 200)
        {
            await connection.FinishAsync();
        }

        return status;
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
            await StopAsync();
            _process.Dispose();
        }

        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<int> AnsweredAsync(int status) => status != 0
        ? status
        : throw new InvalidOperationException($"Squid{(_process!.HasExited ? " has ended, and" : "")} closed the connection without an answer:\n{await File.ReadAllTextAsync(CacheLog)}");

    private static bool CanListen(IPAddress address)
    {
        try
        {
            using var listener = new TcpListener(address, 0);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
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
            {(HasIPv6 ? $"http_port [::1]:{Port}" : "")}
            pid_filename {_folder}/squid.pid
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

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _origin.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    /// <summary>Answers each request with a word, until the other side has enough.</summary>
    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var buffer = new byte[4096];
                while (await stream.ReadAsync(buffer, _stop.Token) is var read and > 0)
                {
                    await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"u8.ToArray(), _stop.Token);
                    if (buffer.AsSpan(0, read).IndexOf("HTTP/1.0"u8) >= 0)
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Stopped, or cut.
        }
    }
}
