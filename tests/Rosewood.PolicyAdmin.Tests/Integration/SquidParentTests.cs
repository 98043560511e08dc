using System.Net;
using System.Net.Sockets;
using System.Text;
using Rosewood.PolicyAdmin.Enforcement;

namespace Rosewood.PolicyAdmin.Tests.Integration;

/// <summary>A school whose Squid has a parent proxy of its own, which may take the tunnels that are the relay's.</summary>
public sealed class SquidParentTests : IDisposable
{
    private const string Facebook = "www.facebook.com";
    private const string NoSuchHost = "HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\nContent-Length: 0\r\n\r\n";
    private readonly TcpListener _parent = new(IPAddress.Loopback, 0);

    public SquidParentTests() => _parent.Start();

    private string Peer => $"cache_peer 127.0.0.1 parent {((IPEndPoint)_parent.LocalEndpoint).Port} 0 no-query no-digest name=school";

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 503 Service Unavailable\r\n\r\n")]
    public async Task A_parent_that_takes_the_relays_tunnels_proves_nothing(string answer)
    {
        // As a real one does, it takes tunnels to hosts that there are, and says of others that there are none.
        _ = AnswerAsync(head => head.Contains(".invalid", StringComparison.Ordinal) ? NoSuchHost : answer);
        await using var block = await SquidBlock.StartAsync([Facebook, "example.com"], before: Peer);

        var fault = block.Run(new PublishSocialMediaBlock { Target = [SquidBlock.Target] }).Faults.ShouldHaveSingleItem();

        fault.Id.ShouldBe("PublishPutBack");
        fault.Message.ShouldContain("tunnels.rosewood.invalid was to be allowed");
        fault.Message.ShouldContain("Another cache_peer in squid.conf takes its tunnels");
    }

    [Fact]
    public async Task A_parent_that_refuses_all_leaves_the_tunnels_to_the_relay_and_is_told()
    {
        _ = AnswerAsync(static _ => NoSuchHost);
        await using var block = await SquidBlock.StartAsync([Facebook, "example.com"], before: Peer);

        var publication = block.Publish();

        publication.Outcome.ShouldBe(PublicationOutcome.Proved);
        publication.Notes.ShouldContain(n => n.Contains("cache_peer_access school deny rosewood_relayed rosewood_tunnel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parent_that_is_kept_from_them_leaves_them_to_the_relay()
    {
        _ = AnswerAsync(static _ => "HTTP/1.1 200 OK\r\n\r\n");
        await using var block = await SquidBlock.StartAsync(
            [Facebook, "example.com"],
            before: Peer,
            behind: "cache_peer_access school deny rosewood_relayed rosewood_tunnel",
            include: "acl rosewood_tunnel method CONNECT\nacl rosewood_relayed dstdomain -n .invalid\n");

        var publication = block.Publish();

        publication.Outcome.ShouldBe(PublicationOutcome.Proved);
        publication.Notes.ShouldNotContain(n => n.Contains("cache_peer", StringComparison.Ordinal));
        using var tunnel = await block.Proxy.OpenAsync("d.puty", SquidBlock.SchoolMobile);
        (await tunnel.ConnectAsync(Facebook)).ShouldBe(200);
        (await tunnel.PingAsync()).ShouldBeTrue();
    }

    public void Dispose() => _parent.Dispose();

    /// <summary>Answers each request, and keeps its connection.</summary>
    private async Task AnswerAsync(Func<string, string> answer)
    {
        try
        {
            while (true)
            {
                var socket = await _parent.AcceptSocketAsync();
                var head = new byte[4096];
                var length = await socket.ReceiveAsync(head);
                await socket.SendAsync(Encoding.ASCII.GetBytes(answer(Encoding.ASCII.GetString(head, 0, length))));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test ends.
        }
    }
}
