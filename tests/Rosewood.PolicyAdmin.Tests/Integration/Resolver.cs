using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rosewood.PolicyAdmin.Enforcement.Dns;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>Debian's Unbound, BIND or dnsmasq on a loopback port of its own, with a server behind it that knows every name; stopped by process id.</summary>
internal sealed class Resolver : IAsyncDisposable
{
    private const string Named = "/usr/sbin/named";
    private const string Unbound = "/usr/sbin/unbound";
    private const string Dnsmasq = "/usr/sbin/dnsmasq";
    private readonly string _folder = Directory.CreateTempSubdirectory("rosewood-dns-").FullName;
    private readonly List<Process> _processes = [];
    private readonly int _upstream = FreePort();

    private Resolver()
    {
    }

    public int Port { get; } = FreePort();

    public static Task<Resolver> UnboundAsync(string entry) => StartAsync(r => (Unbound, ["-d", "-c", r.Write("unbound.conf", $"""
        server:
            interface: 127.0.0.1@{r.Port}
            use-syslog: no
            logfile: "{r._folder}/unbound.log"
            pidfile: "{r._folder}/unbound.pid"
            chroot: ""
            username: ""
            directory: "{r._folder}"
            access-control: 127.0.0.0/8 allow
            module-config: "respip iterator"
            do-not-query-localhost: no
        include: "{entry}"
        forward-zone:
            name: "."
            forward-addr: 127.0.0.1@{r._upstream}
        remote-control:
            control-enable: no

        """)]));

    public static Task<Resolver> BindAsync(string entry) => StartAsync(r => (Named, ["-g", "-c", r.Write("named.conf", $$"""
        options {
            directory "{{r._folder}}";
            listen-on port {{r.Port}} { 127.0.0.1; };
            listen-on-v6 { none; };
            allow-recursion { any; };
            pid-file none; lock-file none; session-keyfile "{{r._folder}}/key";
            dnssec-validation no;
            forward only;
            forwarders { 127.0.0.1 port {{r._upstream}}; };
        };
        controls { };
        include "{{entry}}";

        """)]));

    public static Task<Resolver> DnsmasqAsync(string serversFile) => StartAsync(r => (Dnsmasq, ["-k", "-C", r.Write("dnsmasq.conf", $"""
        no-resolv
        no-hosts
        port={r.Port}
        listen-address=127.0.0.1
        bind-interfaces
        user={Environment.UserName}
        pid-file={r._folder}/dnsmasq.pid
        server=127.0.0.1#{r._upstream}
        servers-file={serversFile}

        """)]));

    /// <summary>The resolver's process, for a signal.</summary>
    public async Task ReloadAsync()
    {
        using var kill = Process.Start("kill", ["-HUP", _processes[^1].Id.ToString()]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    /// <summary>A question from an address: NXDOMAIN, an address, or what else came.</summary>
    public async Task<string> AskAsync(string source, string host, ushort type = DnsMessage.TypeA)
    {
        var answer = await DnsQuery.AskAsync(new IPEndPoint(IPAddress.Loopback, Port), IPAddress.Parse(source), host, type, CancellationToken.None);
        return answer switch
        {
            null => "nothing",
            { Code: 3 } => "NXDOMAIN",
            { Code: 0, Addresses: [var first, ..] } => first.ToString(),
            { Code: 0 } => "NODATA",
            _ => $"code {answer.Code}",
        };
    }

    /// <summary>Asks until the answer is as wanted: a reload takes effect in its own time.</summary>
    public async Task UntilAsync(string source, string host, string wanted)
    {
        var last = "";
        for (var i = 0; i < 200; i++)
        {
            last = await AskAsync(source, host);
            if (string.Equals(last, wanted, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{host} from {source} answers {last}, not {wanted}.");
    }

    /// <summary>
    /// Waits until the policy zones count for a client: BIND answers for a moment before they are loaded, loads each view's and each zone in its own
    /// time, and so a blocked host alone says nothing about the relay and DoH hosts, or about the next network.
    /// </summary>
    public async Task LoadedAsync(string source, string blocked)
    {
        await UntilAsync(source, "facebook.com", blocked);
        await UntilAsync(source, "use-application-dns.net", "NXDOMAIN");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Resolver> StartAsync(Func<Resolver, (string Program, string[] Arguments)> server)
    {
        var resolver = new Resolver();
        resolver.Write("every.zone", "$TTL 300\n@ SOA localhost. nobody.invalid. 1 3600 600 86400 60\n@ NS localhost.\n* A 192.0.2.1\n* AAAA 2001:db8::1\n");
        resolver.Start(Named, ["-g", "-c", resolver.Write("every.conf", $$"""
            options {
                directory "{{resolver._folder}}";
                listen-on port {{resolver._upstream}} { 127.0.0.1; };
                listen-on-v6 { none; };
                recursion no;
                pid-file none; lock-file none; session-keyfile "{{resolver._folder}}/key0";
                dnssec-validation no;
            };
            controls { };
            zone "." { type primary; file "{{resolver._folder}}/every.zone"; };

            """)]);
        var (program, arguments) = server(resolver);
        resolver.Start(program, arguments);
        await resolver.UntilAsync("127.0.0.1", "ordinary.example", "192.0.2.1");
        return resolver;
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private void Start(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _processes.Add(process);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
