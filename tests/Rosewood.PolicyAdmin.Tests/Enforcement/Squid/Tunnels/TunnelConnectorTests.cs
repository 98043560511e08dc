using System.Net;
using System.Net.Sockets;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Tunnels;

/// <summary>A site's addresses are tried in turn, none of them for long.</summary>
public sealed class TunnelConnectorTests
{
    private static readonly IPAddress Silent = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress Refusing = IPAddress.Parse("127.0.0.3");
    private readonly List<IPAddress> _tried = [];

    private TunnelConnector Connector => new()
    {
        Each = TimeSpan.FromMilliseconds(100),
        OneAsync = (_, address, token) =>
        {
            _tried.Add(address.Address);
            return address.Address.Equals(Silent) ? Task.Delay(Timeout.Infinite, token)
                : address.Address.Equals(Refusing) ? throw new SocketException((int)SocketError.ConnectionRefused)
                : Task.CompletedTask;
        },
    };

    [Fact]
    public async Task The_first_that_answers_is_taken_behind_silent_and_refusing_ones()
    {
        using var socket = await Connector.ConnectAsync([Silent, Refusing, IPAddress.Loopback, IPAddress.IPv6Loopback], 443, CancellationToken.None);

        socket.AddressFamily.ShouldBe(AddressFamily.InterNetwork);
        _tried.ShouldBe([Silent, Refusing, IPAddress.Loopback]);
    }

    [Fact]
    public async Task Where_none_answers_the_last_one_tells_why()
    {
        (await Should.ThrowAsync<SocketException>(() => Connector.ConnectAsync([Refusing, Silent], 443, CancellationToken.None))).SocketErrorCode.ShouldBe(SocketError.TimedOut);
        (await Should.ThrowAsync<SocketException>(() => Connector.ConnectAsync([Silent, Refusing], 443, CancellationToken.None))).SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
        (await Should.ThrowAsync<SocketException>(() => Connector.ConnectAsync([], 443, CancellationToken.None))).SocketErrorCode.ShouldBe(SocketError.HostNotFound);
    }

    [Fact]
    public async Task Cancelled_it_stops_there()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Connector.ConnectAsync([Silent, IPAddress.Loopback], 443, cancelled.Token));
        _tried.ShouldBe([Silent]);
    }
}
