using Rosewood.PolicyAdmin.Enforcement.Squid;
using Rosewood.PolicyAdmin.Enforcement.Squid.Tunnels;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Squid;

/// <summary>What answers of a proxy say about a site, and which one alone says that the relay is there.</summary>
public sealed class SquidProbesTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", true)]
    [InlineData("HTTP/1.1 403 Forbidden\r\nX-Squid-Error: ../etc/refused-1.html 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 500 Internal\r\nX-Squid-Error: ERR_CANNOT_FORWARD 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", null)]
    [InlineData("", null)]
    public void An_answer_for_a_site_says_whether_it_was_let_through(string answer, bool? allowed) => SquidProbes.Judge(answer).Allowed.ShouldBe(allowed);

    [Theory]
    [InlineData("HTTP/1.1 200 Connection established\r\n\r\n" + TunnelRequest.ProbeWord, true)]
    [InlineData("HTTP/1.1 200 Connection established\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nhello", false)]
    [InlineData("HTTP/1.1 200 OK\r\nX: " + TunnelRequest.ProbeWord, false)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n" + TunnelRequest.ProbeWord, false)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 500 Internal\r\nX-Squid-Error: ERR_CANNOT_FORWARD 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 404 Not Found\r\n\r\n", false)]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", null)]
    [InlineData("", null)]
    public void Only_the_relays_own_word_says_that_it_is_there(string answer, bool? allowed) => SquidProbes.JudgeRelay(answer).Allowed.ShouldBe(allowed);
}
