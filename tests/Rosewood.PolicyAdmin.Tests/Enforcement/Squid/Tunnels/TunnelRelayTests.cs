using System.Net;
using System.Net.Sockets;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Enforcement.Squid.Helper;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;
using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.Tests.Support;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Tunnels;

/// <summary>The relay carries what is authorised, whole, and closes it when it is no longer.</summary>
public sealed class TunnelRelayTests : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(1);
    private readonly TcpListener _origin = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _address = new(IPAddress.Loopback, FreePort());
    private readonly TempWorkspace _workspace = new(TestConfig.School with { School = TestConfig.School.School with { OwnHosts = ["own.facebook.com", "own.ordinary.example"] } });
    private readonly List<string> _told = [];
    private volatile HelperState _state = new(SnapshotProblem.Missing, last: null);

    public TunnelRelayTests() => _origin.Start();

    [Fact]
    public async Task Bytes_go_both_ways_whole_and_each_end_s_finish_is_told_to_the_other()
    {
        await OpenForHeadAsync();
        using var relay = Start();
        using var client = await AskAsync("h.teach", "facebook.com");
        using var server = await _origin.AcceptSocketAsync();
        (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");

        var sent = new byte[3_000_000];
        new Random(1).NextBytes(sent);
        var received = ReadToEndAsync(server);
        await client.SendAsync(sent);
        client.Shutdown(SocketShutdown.Send);
        (await received).ShouldBe(sent);

        var back = ReadToEndAsync(client);
        await server.SendAsync(sent);
        server.Shutdown(SocketShutdown.Send);
        (await back).ShouldBe(sent);
    }

    [Fact]
    public async Task What_was_sent_behind_the_request_is_carried_too()
    {
        await OpenForHeadAsync();
        using var relay = Start();
        using var client = await AskAsync("h.teach", "facebook.com", "first words");
        using var server = await _origin.AcceptSocketAsync();

        var buffer = new byte[11];
        await new NetworkStream(server).ReadExactlyAsync(buffer);
        Encoding.ASCII.GetString(buffer).ShouldBe("first words");
    }

    [Theory]
    [InlineData("n.obrien", "facebook.com", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach", "ordinary.example", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach", "127.0.0.1", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach", "notfacebook.com", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach", "facebook.com.evil.example", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach", "own.ordinary.example", "HTTP/1.1 403 Forbidden")]
    [InlineData("-", "facebook.com", "HTTP/1.1 403 Forbidden")]
    [InlineData("OTHER%5Ch.teach", "facebook.com", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach%40pupils.example", "facebook.com", "HTTP/1.1 403 Forbidden")]
    [InlineData("h.teach", "face book.com", "HTTP/1.1 400 Bad Request")]
    public async Task Nothing_else_is_connected_to(string login, string host, string answer)
    {
        await OpenForHeadAsync();
        using var relay = Start(connect: (_, _) => throw new InvalidOperationException("connected"));
        using var client = await AskAsync(login, host);

        (await LineAsync(client)).ShouldBe(answer);
        (await ReadToEndAsync(client)).Length.ShouldBe(0);
    }

    [Fact]
    public async Task Asked_whether_it_is_there_it_says_its_word()
    {
        using var relay = Start(connect: (_, _) => throw new InvalidOperationException("connected"));
        using var client = await AskAsync("n.obrien", "ordinary.example", header: $"{TunnelRequest.ProbeHeader}: 1\r\n");

        (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");
        (await ReadToEndAsync(client)).ShouldBe(Encoding.ASCII.GetBytes(TunnelRequest.ProbeWord));
    }

    [Theory]
    [InlineData("n.obrien", "own.facebook.com")]
    [InlineData("n.obrien", "a.own.facebook.com")]
    [InlineData("rosewood%5Cd.puty", "facebook.com")]
    [InlineData("d.puty%40rosewood.example", "facebook.com")]
    public async Task What_is_open_to_somebody_is_connected_to(string login, string host)
    {
        await OpenForHeadAsync();
        using var relay = Start();
        using var client = await AskAsync(login, host);

        (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");
    }

    [Fact]
    public async Task Where_one_end_breaks_off_the_other_is_closed_at_once()
    {
        await OpenForHeadAsync();
        using var relay = Start();
        foreach (var isClient in new[] { true, false })
        {
            using var client = await AskAsync("h.teach", "facebook.com");
            using var server = await _origin.AcceptSocketAsync();
            (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");

            var (broken, other) = isClient ? (client, server) : (server, client);
            broken.LingerState = new LingerOption(enable: true, seconds: 0);
            broken.Close();

            (await ReadToEndAsync(other).WaitAsync(Guard)).Length.ShouldBe(0);
            await UntilClosedAsync(other);
        }
    }

    [Fact]
    public async Task Where_one_end_has_finished_the_other_may_go_on_but_not_be_silent()
    {
        await OpenForHeadAsync();
        using var relay = Start(silence: TimeSpan.FromSeconds(2));
        foreach (var isClient in new[] { true, false })
        {
            using var client = await AskAsync("h.teach", "facebook.com");
            using var server = await _origin.AcceptSocketAsync();
            (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");
            var (finished, other) = isClient ? (client, server) : (server, client);
            finished.Shutdown(SocketShutdown.Send);
            (await ReadToEndAsync(other).WaitAsync(Guard)).Length.ShouldBe(0);

            for (var i = 0; i < 6; i++)
            {
                await Task.Delay(500);
                await other.SendAsync("on"u8.ToArray());
            }

            // It was carried for longer than it may be silent, and ends when it is.
            (await ReadToEndAsync(finished).WaitAsync(Guard)).ShouldBe("onononononon"u8.ToArray());
            await UntilClosedAsync(other);
        }
    }

    [Fact]
    public async Task A_destination_that_is_not_there_is_a_bad_gateway()
    {
        await OpenForHeadAsync();
        using var relay = Start(connect: static (_, _) => throw new SocketException((int)SocketError.ConnectionRefused));
        using var client = await AskAsync("h.teach", "facebook.com");

        (await LineAsync(client)).ShouldBe("HTTP/1.1 502 Bad Gateway");
    }

    [Fact]
    public async Task A_tunnel_is_closed_when_the_facts_no_longer_allow_it_though_bytes_flow()
    {
        await OpenForHeadAsync();
        using var relay = Start();
        using var client = await AskAsync("h.teach", "facebook.com");
        using var server = await _origin.AcceptSocketAsync();
        (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");
        await server.SendAsync("hello"u8.ToArray());

        _state = new HelperState(SnapshotProblem.Truncated, _state);

        (await ReadToEndAsync(client)).ShouldBe("hello"u8.ToArray());
        (await ReadToEndAsync(server)).Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_tunnel_lives_no_longer_than_the_limit()
    {
        await OpenForHeadAsync();
        using var relay = Start(limit: TimeSpan.Zero);
        using var client = await AskAsync("h.teach", "facebook.com");
        using var server = await _origin.AcceptSocketAsync();

        (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");
        (await ReadToEndAsync(client)).Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_and_used_as_soon_as_it_is_free()
    {
        await OpenForHeadAsync();
        using var first = Start();
        using var second = Start();
        lock (_told)
        {
            _told.ShouldHaveSingleItem().ShouldContain("is in use");
            _told[0].ShouldContain("workers");
        }

        first.Dispose();
        Socket? client = null;
        for (var i = 0; client is null; i++)
        {
            try
            {
                client = await AskAsync("h.teach", "facebook.com");
                (await LineAsync(client)).ShouldBe("HTTP/1.1 200 Connection established");
            }
            catch (SocketException) when (i < 200)
            {
                await Task.Delay(50);
            }
        }

        client.Dispose();
    }

    public void Dispose()
    {
        _origin.Dispose();
        _workspace.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> LineAsync(Socket socket)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (!line.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await socket.ReceiveAsync(one) > 0)
        {
            line.Append((char)one[0]);
        }

        return line.ToString().Split("\r\n")[0];
    }

    private static async Task<byte[]> ReadToEndAsync(Socket socket)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var read and > 0)
            {
                all.Write(buffer, 0, read);
            }
        }
        catch (SocketException)
        {
            // A closed tunnel may end by a reset.
        }

        return all.ToArray();
    }

    /// <summary>Sends until the other side of the connection answers that nobody is there.</summary>
    private static async Task UntilClosedAsync(Socket socket)
    {
        for (var i = 0; i < 200; i++)
        {
            try
            {
                await socket.SendAsync("?"u8.ToArray());
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("It is still open.");
    }

    /// <summary>The head may use school mobiles; the relay is told that everybody sits at one.</summary>
    private async Task OpenForHeadAsync()
    {
        await _workspace.RunAsync(new ImportPolicyPerson { Path = _workspace.Write("staff.csv", DemoStaff.People) });
        var facts = EnforcementFacts.Load(_workspace.Context("Publish-SocialMediaBlock"));
        _state = new HelperState(SnapshotFacts.Read(SnapshotWriter.Write(facts)));
    }

    private TunnelRelay Start(TimeSpan? limit = null, TimeSpan? silence = null, Func<TunnelRequest, CancellationToken, Task<Socket>>? connect = null)
    {
        var relay = new TunnelRelay(_address, new TunnelOptions(() => _state, _workspace.Clock, limit ?? TimeSpan.FromHours(1)) { ConnectAsync = connect ?? ToOriginAsync, Silence = silence ?? TimeSpan.FromHours(1) }, text =>
        {
            lock (_told)
            {
                _told.Add(text);
            }
        });
        relay.Start();
        return relay;
    }

    private async Task<Socket> ToOriginAsync(TunnelRequest request, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_origin.LocalEndpoint, cancellationToken);
        return socket;
    }

    private async Task<Socket> AskAsync(string login, string host, string behind = "", string header = "")
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_address);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"CONNECT {host}:443 HTTP/1.1\r\nX-Rosewood-Client: {login} 10.40.0.7 -\r\n{header}\r\n{behind}"));
        return socket;
    }
}
