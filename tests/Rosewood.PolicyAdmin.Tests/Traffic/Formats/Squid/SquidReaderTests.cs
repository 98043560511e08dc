using System.Text;
using Rosewood.PolicyAdmin.Traffic;
using Rosewood.PolicyAdmin.Traffic.Formats.Squid;

namespace Rosewood.PolicyAdmin.Tests.Traffic.Formats.Squid;

public sealed class SquidReaderTests
{
    private const string Head = "1764028800.123    250 10.20.1.5 ";

    /// <summary>
    /// Squid's fields and what they are here: %ts.%03tu → Time; %6tr → Duration; %>a → SourceAddress; %Ss/%03>Hs → Action; %&lt;st → Bytes;
    /// %rm %ru → Host and Url; %[un → User; %Sh/%&lt;a → DestinationAddress; [%>h] → Referrer.
    /// </summary>
    public static TheoryData<string, string, string> Spec => new()
    {
        { "time and elapsed", Head + "TCP_MISS/200 1 GET http://a.example/ u HIER_DIRECT/192.0.2.1 text/html", "Time=2025-11-25T00:00:00.123 Duration=250" },
        { "elapsed wider than its padding", "1764028800.123 98765432 10.20.1.5 TCP_TUNNEL/200 1 CONNECT a.example:443 u HIER_DIRECT/192.0.2.1 -", "Duration=98765432" },
        { "negative elapsed is none", "1764028800.123     -3 10.20.1.5 TCP_TUNNEL/200 1 CONNECT a.example:443 u HIER_DIRECT/192.0.2.1 -", "Duration=0" },
        { "absurd elapsed is none", "1764028800.123 999999999999999 10.20.1.5 TCP_TUNNEL/200 1 CONNECT a.example:443 u HIER_DIRECT/192.0.2.1 -", "Duration=0" },
        { "client IPv4", Head + "TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- -", "SourceAddress=10.20.1.5" },
        { "client IPv6, made canonical", "1764028800.123    250 2001:DB8:0:0::5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- -", "SourceAddress=2001:db8::5" },
        { "client IPv4 in IPv6", "1764028800.123    250 ::ffff:10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- -", "SourceAddress=10.20.1.5" },
        { "client as a name (log_fqdn)", "1764028800.123    250 PC-07.rosewood.example TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- -", "SourceAddress=pc-07.rosewood.example" },
        { "bytes", Head + "TCP_MISS/200 12345678901 GET http://a.example/ u HIER_NONE/- -", "Bytes=12345678901" },
        { "address", Head + "TCP_MISS/200 1 GET http://a.example/x?y=1 u HIER_NONE/- -", "Host=a.example Url=http://a.example/x?y=1" },
        { "https address", Head + "TCP_MISS/200 1 GET https://a.example/x u HIER_NONE/- -", "Host=a.example" },
        { "ftp address", Head + "TCP_MISS/200 1 GET ftp://a.example/x u HIER_NONE/- -", "Host=a.example" },
        { "address without path", Head + "TCP_MISS/200 1 GET http://a.example u HIER_NONE/- -", "Host=a.example" },
        { "address with query and no path", Head + "TCP_MISS/200 1 GET http://a.example?x=/y u HIER_NONE/- -", "Host=a.example" },
        { "port", Head + "TCP_MISS/200 1 GET http://a.example:8080/x u HIER_NONE/- -", "Host=a.example" },
        { "spaces in an address (uri_whitespace allow)", Head + "TCP_MISS/200 1 GET http://a.example/a b c?d e nell HIER_DIRECT/192.0.2.1 text/html", "Host=a.example Url=http://a.example/a b c?d e User=nell DestinationAddress=192.0.2.1" },
        { "more than one space between fields", Head + "TCP_MISS/200  1  GET  http://a.example/long/enough/for/the/fast/path  nell  HIER_DIRECT/192.0.2.1  text/html", "Host=a.example User=nell DestinationAddress=192.0.2.1" },
        { "tunnel to another port", Head + "TCP_TUNNEL/200 1 CONNECT a.example:8443 u HIER_DIRECT/192.0.2.1 -", "Host=a.example" },
        { "userinfo is not the host", Head + "TCP_MISS/200 1 GET http://www.facebook.com@evil.example/x u HIER_NONE/- -", "Host=evil.example" },
        { "userinfo with password and port", Head + "TCP_MISS/200 1 GET http://me:pw@a.example:81/x u HIER_NONE/- -", "Host=a.example" },
        { "at sign in the path", Head + "TCP_MISS/200 1 GET http://a.example/@www.facebook.com u HIER_NONE/- -", "Host=a.example" },
        { "upper case", Head + "TCP_MISS/200 1 GET http://WWW.A.Example/X u HIER_NONE/- -", "Host=www.a.example Url=http://WWW.A.Example/X" },
        { "trailing dot", Head + "TCP_MISS/200 1 GET http://a.example./x u HIER_NONE/- -", "Host=a.example" },
        { "IPv6 brackets", Head + "TCP_MISS/200 1 GET http://[2001:db8::1]:8080/x u HIER_NONE/- -", "Host=2001:db8::1" },
        { "tunnel", Head + "TCP_TUNNEL/200 1 CONNECT a.example:443 u HIER_DIRECT/192.0.2.1 -", "Host=a.example Url=a.example:443 Action=Allowed" },
        { "tunnel, trailing dot", Head + "TCP_TUNNEL/200 1 CONNECT a.example.:443 u HIER_DIRECT/192.0.2.1 -", "Host=a.example" },
        { "tunnel to IPv6", Head + "TCP_TUNNEL/200 1 CONNECT [2001:db8::1]:443 u HIER_DIRECT/2001:db8::1 -", "Host=2001:db8::1 DestinationAddress=2001:db8::1" },
        { "tunnel without port", Head + "TCP_TUNNEL/200 1 CONNECT a.example u HIER_DIRECT/192.0.2.1 -", "Host=a.example" },
        { "no user", Head + "TCP_MISS/200 1 GET http://a.example/ - HIER_NONE/- -", "User=" },
        { "user that begins with a dash", Head + "TCP_MISS/200 1 GET http://a.example/ -x HIER_NONE/- -", "User=-x" },
        { "user with a space", Head + "TCP_MISS/200 1 GET http://a.example/ nell%20ames HIER_NONE/- -", "User=nell ames" },
        { "user with an escaped backslash", Head + "TCP_MISS/200 1 GET http://a.example/ ROSEWOOD%5cnell HIER_NONE/- -", @"User=ROSEWOOD\nell" },
        { "user with a domain", Head + @"TCP_MISS/200 1 GET http://a.example/ ROSEWOOD\nell HIER_NONE/- -", @"User=ROSEWOOD\nell" },
        { "user with a realm", Head + "TCP_MISS/200 1 GET http://a.example/ nell@ROSEWOOD.EXAMPLE HIER_NONE/- -", "User=nell@ROSEWOOD.EXAMPLE" },
        { "user beyond ASCII", Head + "TCP_MISS/200 1 GET http://a.example/ zo%C3%AB.o'hara HIER_NONE/- -", "User=zoë.o'hara" },
        { "user with a broken escape", Head + "TCP_MISS/200 1 GET http://a.example/ 100%zz% HIER_NONE/- -", "User=100%zz%" },
        { "peer", Head + "TCP_MISS/200 1 GET http://a.example/ u FIRSTUP_PARENT/198.51.100.9 text/html", "DestinationAddress=198.51.100.9" },
        { "no peer", Head + "TCP_MEM_HIT/200 1 GET http://a.example/ u HIER_NONE/- text/html", "DestinationAddress=" },
        { "allowed, whatever the far end says", Head + "TCP_MISS/403 1 GET http://a.example/ u HIER_DIRECT/192.0.2.1 text/html", "Action=Allowed" },
        { "allowed, given up by the browser", Head + "TCP_MISS_ABORTED/000 0 GET http://a.example/ u HIER_DIRECT/192.0.2.1 -", "Action=Allowed" },
        { "denied", Head + "TCP_DENIED/403 3900 CONNECT a.example:443 u HIER_NONE/- text/html", "Action=Blocked" },
        { "denied on reply", Head + "TCP_DENIED_REPLY/403 3900 GET http://a.example/ u HIER_NONE/- text/html", "Action=Blocked" },
        { "denied with a page of the school's", Head + "TCP_DENIED/302 390 GET http://a.example/ u HIER_NONE/- text/html", "Action=Blocked" },
        { "sent elsewhere by a redirector", Head + "TCP_REDIRECT/302 390 GET http://a.example/ u HIER_NONE/- -", "Action=Blocked" },
        { "a request to log in is no block", Head + "TCP_DENIED/407 4200 CONNECT a.example:443 - HIER_NONE/- text/html", "Action=Other" },
        { "the proxy's own", Head + "NONE/400 3800 GET / - HIER_NONE/- text/html", "Action=Other" },
        { "the proxy's own, newer", Head + "NONE_NONE/200 0 CONNECT a.example:443 u HIER_NONE/- -", "Action=Other" },
        { "the proxy's own, as tag", Head + "TAG_NONE/503 0 CONNECT a.example:443 u HIER_NONE/- -", "Action=Other" },
        { "between caches", Head + "UDP_MISS/000 60 ICP_QUERY http://a.example/ - HIER_NONE/- -", "Action=Other" },
        { "no request at all", Head + "NONE_NONE/000 0 - error:transaction-end-before-headers - HIER_NONE/- -", "Action=Other Host=" },
        { "broken request", Head + "TCP_DENIED/400 3800 NONE error:invalid-request - HIER_NONE/- text/html", "Action=Other Host=" },
        { "cache manager", Head + "TCP_MISS/200 1500 GET cache_object://localhost/info - HIER_NONE/- text/plain", "Action=Other Host=" },
        { "URN", Head + "TCP_MISS/200 1500 GET urn:isbn:1 u HIER_NONE/- text/plain", "Action=Other Host=" },
        { "headers: a referrer", Head + @"TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html [User-Agent: x\r\nReferer: https://news.example/p\r\nHost: a.example\r\n] [HTTP/1.1 200 OK\r\n]", "Referrer=https://news.example/p" },
        { "headers, percent form", Head + "TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html [Referer: https://news.example/p%0D%0AHost: a.example%0D%0A] [HTTP/1.1 200 OK%0D%0A]", "Referrer=https://news.example/p" },
        { "headers: a reply's referrer is none", Head + @"TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html [Host: a.example\r\n] [Referer: https://news.example/p\r\n]", "Referrer=" },
    };

    public static TheoryData<string> Malformed => new()
    {
        "x",
        "1764028800.123",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/-",
        "17640288x0.123    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html",
        "176402880.1234    250 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html",
        "1764028800.123    abc 10.20.1.5 TCP_MISS/200 1 GET http://a.example/ u HIER_NONE/- text/html",
        "1764028800.123    250 10.20.1.5 TCP_MISS 1 GET http://a.example/ u HIER_NONE/- text/html and more to make it long enough",
        "1764028800.123    250 10.20.1.5 TCP_MISS/2x0 1 GET http://a.example/ u HIER_NONE/- text/html and more to make it long enough",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 many GET http://a.example/ u HIER_NONE/- text/html",
        "10.20.1.5 - nell [24/Nov/2026:08:00:00 +0000] \"GET http://a.example/ HTTP/1.1\" 200 1 TCP_MISS:HIER_NONE",
        "1764028800.123    250 10.20.1.5 TCP_MISS/200 1 GET http://" + new string('a', 254) + "/ u HIER_NONE/- text/html",
    };

    [Theory]
    [MemberData(nameof(Spec))]
    public void Squid_fields_become_ours(string what, string line, string expected)
    {
        what.ShouldNotBeEmpty();
        var bytes = Encoding.UTF8.GetBytes(line);
        new SquidReader().TryParse(bytes, 7, out var parsed).ShouldBeTrue();
        parsed.ShouldNotBeNull();
        foreach (var pair in expected.Split(' ').Aggregate(new List<string>(), Join))
        {
            var name = pair[..pair.IndexOf('=', StringComparison.Ordinal)];
            Shown(parsed, name).ShouldBe(pair[(name.Length + 1)..], what);
        }

        parsed.Line.ShouldBe(7);
        parsed.Format.ShouldBe("Squid");

        // The fast path sees the same.
        var glance = default(LineGlance);
        new SquidReader().Glance(bytes, ref glance).ShouldBeTrue();
        glance.UnixSeconds.ShouldBe(parsed.Time.ToUnixTimeSeconds());
        Encoding.UTF8.GetString(glance.Host).ToLowerInvariant().ShouldBe(parsed.Host ?? "");
        glance.HasUser.ShouldBe(parsed.User is not null);
        glance.IsOther.ShouldBe(parsed.Action == LogAction.Other);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_line_is_refused_by_both_paths(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var glance = default(LineGlance);
        new SquidReader().Glance(bytes, ref glance).ShouldBeFalse();
        new SquidReader().TryParse(bytes, 1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Every_truncation_and_mutation_of_real_lines_is_judged_alike_by_both_paths_and_never_throws()
    {
        var random = new Random(4);
        var reader = new SquidReader();
        foreach (var row in Spec)
        {
            var line = Encoding.UTF8.GetBytes((string)row[1]);
            for (var i = 0; i < 300; i++)
            {
                var mutated = line[..random.Next(line.Length + 1)].Length is var length && i % 2 == 0 ? line[..length] : (byte[])line.Clone();
                for (var k = random.Next(4); k > 0 && mutated.Length > 0; k--)
                {
                    mutated[random.Next(mutated.Length)] = (byte)" /:@[]-.0%\\\0\xFF?#"[random.Next(15)];
                }

                var glance = default(LineGlance);
                var glanced = reader.Glance(mutated, ref glance);
                reader.TryParse(mutated, 1, out var parsed).ShouldBe(glanced, Encoding.Latin1.GetString(mutated));
                if (parsed is not null)
                {
                    Encoding.UTF8.GetString(glance.Host).ToLowerInvariant().ShouldBe(parsed.Host ?? "");
                    parsed.Duration.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
                }
            }
        }
    }

    [Fact]
    public void The_vectorised_split_finds_what_the_plain_one_finds()
    {
        var random = new Random(5);
        var agreed = 0;
        foreach (var row in Spec)
        {
            for (var i = 0; i < 200; i++)
            {
                var line = Encoding.UTF8.GetBytes((string)row[1] + new string('x', random.Next(80)));
                if (i > 0)
                {
                    line[random.Next(line.Length)] = (byte)" 0/x"[random.Next(4)];
                }

                var fast = default(SquidLine);
                if (!fast.TrySplitFast(line))
                {
                    continue;
                }

                var slow = default(SquidLine);
                slow.TrySplitSlow(line).ShouldBeTrue(Encoding.UTF8.GetString(line));
                slow.ShouldBe(fast);
                agreed++;
            }
        }

        agreed.ShouldBeGreaterThan(3000);
    }

    private static List<string> Join(List<string> pairs, string part)
    {
        // A value may hold a space; a new pair has an equals sign after a letter.
        if (pairs.Count > 0 && !(char.IsAsciiLetterUpper(part[0]) && part.Contains('=', StringComparison.Ordinal)))
        {
            pairs[^1] += " " + part;
        }
        else
        {
            pairs.Add(part);
        }

        return pairs;
    }

    private static string Shown(LogEvent parsed, string name) => typeof(LogEvent).GetProperty(name)!.GetValue(parsed) switch
    {
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture),
        TimeSpan duration => duration.TotalMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var value => value?.ToString() ?? "",
    };
}
