using System.Globalization;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>Who asks: an address and the login that the proxy knows, or null.</summary>
internal readonly record struct DemoClient(string Address, string? User);

/// <summary>One day's lines while they are collected, before they are put in order.</summary>
internal sealed class DemoDayLog
{
    private const string NeverSeen = "-";

    /// <summary>Hosts on the school's old block list; the like-buttons of pages are refused with the rest.</summary>
    private static readonly string[] BlockedSuffixes =
        ["facebook.com", "facebook.net", "instagram.com", "twitter.com", "tiktok.com", "snapchat.com"];

    private readonly List<SquidLine> _lines;

    public DemoDayLog(DateOnly date, TimeZoneInfo zone, List<SquidLine> lines)
    {
        Date = date;
        _lines = lines;
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        Midnight = (noon - zone.GetUtcOffset(noon)).AddHours(-12).Ticks;
    }

    /// <summary>The day, school time.</summary>
    public DateOnly Date { get; }

    /// <summary>The day's first instant, UTC ticks.</summary>
    public long Midnight { get; }

    /// <summary>Milliseconds after midnight, school time.</summary>
    public static int At(int hour, int minute, int second = 0) => ((((hour * 60) + minute) * 60) + second) * 1000;

    /// <summary>Whether the old block list has the host.</summary>
    public static bool IsOnOldBlockList(string host) => Array.Exists(
        BlockedSuffixes,
        s => host.EndsWith(s, StringComparison.Ordinal) && (host.Length == s.Length || host[^(s.Length + 1)] == '.'));

    /// <summary>An encrypted connection through the proxy.</summary>
    public void Tunnel(DemoRandom random, DemoClient client, int at, string host, int leastBytes = 900, int mostBytes = 90_000) => Add(
        at, random.Skewed(35, 42_000), client, "TCP_TUNNEL/200", random.Skewed(leastBytes, mostBytes), "CONNECT", host + ":443", PeerOf(host), null);

    /// <summary>An encrypted connection that stays open from one time to another.</summary>
    public void Hold(DemoRandom random, DemoClient client, int from, int until, string host) => Add(
        until, until - from, client, "TCP_TUNNEL/200", random.Between(40_000_000, 90_000_000), "CONNECT", host + ":443", PeerOf(host), null);

    /// <summary>A steady machine's connection: alike in time and size.</summary>
    public void Poll(DemoRandom random, DemoClient client, int at, string host) => Add(
        at, random.Between(58, 66), client, "TCP_TUNNEL/200", random.Between(5_180, 5_212), "CONNECT", host + ":443", PeerOf(host), null);

    /// <summary>A connection that the proxy refuses.</summary>
    public void Refuse(DemoRandom random, DemoClient client, int at, string host) => Add(
        at, random.Between(0, 2), client, "TCP_DENIED/403", random.Between(3_940, 3_990), "CONNECT", host + ":443", null, "text/html");

    /// <summary>The proxy's request to log in, as each session begins with one or, for NTLM, two.</summary>
    public void Challenge(DemoRandom random, DemoClient client, int at, string host)
    {
        var nobody = client with { User = null };
        var rounds = random.Between(1, 2);
        for (var i = rounds; i > 0; i--)
        {
            Add(at - (i * random.Between(4, 19)), random.Between(0, 1), nobody, "TCP_DENIED/407", random.Between(4_090, 4_140), "CONNECT", host + ":443", null, "text/html");
        }
    }

    /// <summary>A download in the clear.</summary>
    public void Get(DemoRandom random, DemoClient client, int at, string url)
    {
        var host = new Uri(url).Host;
        switch (random.Below(10))
        {
            case < 4:
                Add(at, random.Skewed(12, 2_400), client, "TCP_MISS/200", random.Skewed(600, 240_000), "GET", url, PeerOf(host), "application/octet-stream");
                break;
            case < 6:
                Add(at, random.Between(0, 3), client, "TCP_MEM_HIT/200", random.Skewed(600, 60_000), "GET", url, null, "application/octet-stream");
                break;
            case < 8:
                Add(at, random.Skewed(18, 300), client, "TCP_REFRESH_UNMODIFIED/304", random.Between(280, 420), "GET", url, PeerOf(host), null);
                break;
            case 8:
                Add(at, random.Between(0, 2), client, "TCP_HIT/200", random.Skewed(4_000, 400_000), "GET", url, null, "application/vnd.ms-cab-compressed");
                break;
            default:
                Add(at, random.Between(5_000, 60_000), client, "TCP_MISS_ABORTED/000", 0, "GET", url, PeerOf(host), null);
                break;
        }
    }

    /// <summary>A connection that ended before it said what it wanted.</summary>
    public void Fail(DemoClient client, int at) => Add(
        at, 0, client with { User = null }, "NONE_NONE/000", 0, NeverSeen, "error:transaction-end-before-headers", null, null);

    /// <summary>One page with its parts and embedded buttons; gives back when it was done.</summary>
    public int Page(DemoRandom random, DemoClient client, int at, DemoSite site, int parts)
    {
        Visit(random, client, at, site.Host, site.Path);
        for (var i = 0; i < parts; i++)
        {
            at += random.Between(15, 900);
            var host = site.Others.Length > 0 && !random.Chance(30) ? random.Pick<string>(site.Others) : site.Host;
            Visit(random, client, at, host, site.Path is null || !ReferenceEquals(host, site.Host) ? null : "/assets/" + (char)('a' + random.Below(26)) + random.Below(400) + ".webp");
        }

        foreach (var widget in site.Widgets)
        {
            at += random.Between(20, 400);
            if (IsOnOldBlockList(widget))
            {
                Refuse(random, client, at, widget);
            }
            else
            {
                Tunnel(random, client, at, widget, 700, 30_000);
            }
        }

        return at;
    }

    private void Visit(DemoRandom random, DemoClient client, int at, string host, string? path)
    {
        if (path is null || random.Chance(50))
        {
            Tunnel(random, client, at, host);
        }
        else
        {
            Add(at, random.Skewed(20, 1_800), client, "TCP_MISS/200", random.Skewed(700, 60_000), "GET", "http://" + host + path, PeerOf(host), path.EndsWith(".webp", StringComparison.Ordinal) ? "image/webp" : "text/html");
        }
    }

    private void Add(int at, int elapsed, DemoClient client, string result, long bytes, string method, string url, string? peer, string? type) =>
        _lines.Add(new SquidLine(Midnight + (at * TimeSpan.TicksPerMillisecond), elapsed, client.Address, result, bytes, method, url, client.User, peer, type));

    /// <summary>An address from the ranges kept for documentation, always the same for a host.</summary>
    private static string PeerOf(string host)
    {
        var sum = 17u;
        foreach (var c in host)
        {
            sum = (sum * 31) + c;
        }

        var range = ((sum >> 8) % 3) switch { 0 => "192.0.2.", 1 => "198.51.100.", _ => "203.0.113." };
        return range + ((sum % 254) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
