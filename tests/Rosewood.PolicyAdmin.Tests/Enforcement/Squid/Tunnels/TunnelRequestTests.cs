using System.Text;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid.Tunnels;

/// <summary>A tunnel's head is Squid's, and nothing else is taken for one.</summary>
public sealed class TunnelRequestTests
{
    [Fact]
    public void What_Squid_writes_is_read()
    {
        // As Debian's Squid 5.7 wrote it.
        var request = Read("CONNECT www.facebook.com:443 HTTP/1.1\r\nHost: www.facebook.com:443\r\nVia: 1.1 proxy (squid/5.7)\r\nX-Forwarded-For: 10.20.1.7\r\nX-Rosewood-Client: rosewood%5Cn%20o%25b%22r 10.20.1.7 00:00:00:00:00:00\r\n\r\n");

        request.ShouldNotBeNull();
        (request.Host, request.Port, request.Login, request.Address, request.Mac).ShouldBe(("www.facebook.com", 443, "rosewood\\n o%b\"r", "10.20.1.7", ""));

        var nobody = Read("CONNECT x.com:80 HTTP/1.1\r\nX-Rosewood-Client: - 2001:db8::1 aa:bb:cc:dd:ee:ff\r\n\r\n");
        nobody.ShouldNotBeNull();
        (nobody.Host, nobody.Port, nobody.Login, nobody.Address, nobody.Mac, nobody.IsProbe).ShouldBe(("x.com", 80, null, "2001:db8::1", "aa:bb:cc:dd:ee:ff", false));
        Read("CONNECT x.com:80 HTTP/1.1\r\nX-Rosewood-Client: - 10.20.1.7 -\r\nX-Rosewood-Probe: 1\r\nx-rosewood-probe: 1\r\n\r\n").ShouldNotBeNull().IsProbe.ShouldBeTrue();
    }

    [Theory]
    [InlineData("00-00-00-00-00-00-00-00")]
    [InlineData("02-11-22-ff-fe-33-44-55")]
    [InlineData("-")]
    public void A_client_over_IPv6_has_no_MAC_address(string eui)
    {
        var request = Read($"CONNECT x.com:443 HTTP/1.1\r\nX-Rosewood-Client: a 2001:db8::1 {eui}\r\n\r\n");

        request.ShouldNotBeNull();
        (request.Login, request.Address, request.Mac).ShouldBe(("a", "2001:db8::1", null));
    }

    [Theory]
    [InlineData("GET http://x.com/ HTTP/1.1\r\nX-Rosewood-Client: a 10.20.1.7 -\r\n\r\n")]
    [InlineData("CONNECT x.com HTTP/1.1\r\nX-Rosewood-Client: a 10.20.1.7 -\r\n\r\n")]
    [InlineData("CONNECT x.com:0 HTTP/1.1\r\nX-Rosewood-Client: a 10.20.1.7 -\r\n\r\n")]
    [InlineData("CONNECT x.com:99999 HTTP/1.1\r\nX-Rosewood-Client: a 10.20.1.7 -\r\n\r\n")]
    [InlineData("CONNECT x.com:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT x.com:443 HTTP/1.1\r\nX-Rosewood-Client: a\r\n\r\n")]
    [InlineData("CONNECT x.com:443 HTTP/1.1\r\nX-Rosewood-Client: a elsewhere -\r\n\r\n")]
    [InlineData("CONNECT x.com:443 HTTP/1.1\r\nX-Rosewood-Client: a 10.20.1.7 -\r\nx-rosewood-client: head 10.20.1.7 -\r\n\r\n")]
    [InlineData("\r\n\r\n")]
    public void What_is_not_whole_is_none(string head) => Read(head).ShouldBeNull();

    [Fact]
    public void Random_bytes_do_no_harm()
    {
        var random = new Random(20261128);
        var whole = Encoding.ASCII.GetBytes("CONNECT www.facebook.com:443 HTTP/1.1\r\nX-Rosewood-Client: a%20b 10.20.1.7 -\r\n\r\n");
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = whole.ToArray();
            for (var j = random.Next(1, 6); j > 0; j--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            TunnelRequest.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1)))?.Port.ShouldBeInRange(1, 65535);
        }
    }

    private static TunnelRequest? Read(string head) => TunnelRequest.Read(Encoding.ASCII.GetBytes(head));
}
