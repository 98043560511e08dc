using System.Globalization;
using System.Text;

namespace Rosewood.PolicyAdmin.Benchmarks;

/// <summary>
/// Writes a log of a busy school, as Squid or a FortiGate would: mostly tunnels, some full addresses, about 3 % of lines about social media.
/// These come in bursts, as a page asks for its parts. A fixed seed: the same size gives the same bytes.
/// </summary>
internal static class LogGenerator
{
    private const int Seed = 20261124;
    private const int People = 900;

    /// <summary>Visits under way at a time; each asks for about this many things.</summary>
    private const int VisitsAtOnce = 6;
    private const int HitsPerVisit = 15;

    private static readonly string[] SocialHosts =
    [
        "www.facebook.com", "static.xx.fbcdn.net", "www.instagram.com", "scontent-lhr8-1.cdninstagram.com", "twitter.com", "x.com", "abs.twimg.com",
        "www.youtube.com", "i.ytimg.com", "rr3---sn-aigl6nsd.googlevideo.com", "www.tiktok.com", "web.whatsapp.com", "discord.com", "www.reddit.com",
        "www.tumblr.com", "www.pinterest.co.uk", "www.linkedin.com", "app.snapchat.com", "ask.fm", "mail.yahoo.com",
    ];

    private static readonly string[] FirstLabels = ["www", "api", "cdn", "static", "login", "assets", "img", "docs", "mail", "telemetry", "update", "fonts", "v10.events", "edge"];
    private static readonly string[] LastLabels = ["co.uk", "com", "org.uk", "sch.uk", "net", "gov.uk", "ac.uk", "io"];
    private static readonly string[] Syllables = ["ed", "ma", "ro", "ti", "ver", "lan", "pho", "nic", "sto", "bri", "tan", "kel", "dor", "wick", "field", "ham"];

    /// <summary>Writes a log.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="size">About how many bytes.</param>
    /// <param name="format">Squid or FortiGate.</param>
    public static void Write(string path, long size, string format)
    {
        var random = new Random(Seed);
        var hosts = Hosts(random);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var line = new StringBuilder(512);
        var time = new DateTimeOffset(2026, 11, 9, 7, 30, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        long written = 0;
        var visits = new (int Person, string Host)[VisitsAtOnce];
        while (written < size)
        {
            time += random.Next(0, 400);
            line.Clear();
            WriteLine(line, random, hosts, visits, time, format is "FortiGate");
            var bytes = Encoding.ASCII.GetBytes(line.ToString());
            file.Write(bytes);
            written += bytes.Length;
        }
    }

    private static void WriteLine(StringBuilder line, Random random, string[] hosts, (int Person, string Host)[] visits, long time, bool isFortiGate)
    {
        var person = random.Next(People);
        var host = hosts[(int)(hosts.Length * Math.Pow(random.NextDouble(), 3))];
        if (random.NextDouble() < 0.03)
        {
            ref var visit = ref visits[random.Next(visits.Length)];
            if (visit.Host is null || random.Next(HitsPerVisit) == 0)
            {
                visit = (person, SocialHosts[random.Next(SocialHosts.Length)]);
            }

            (person, host) = visit;
        }

        if (isFortiGate)
        {
            AppendFortiGate(line, random, person, host, time);
        }
        else
        {
            AppendSquid(line, random, person, host, time);
        }
    }

    private static void AppendSquid(StringBuilder line, Random random, int person, string host, long time)
    {
        var userName = person % 12 == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{(person < 60 ? "staff" : "pupil")}{person:000}");
        var client = string.Create(CultureInfo.InvariantCulture, $"10.20.{person / 250}.{person % 250}");
        var tunnel = random.Next(100) < 55;
        var elapsed = tunnel ? random.Next(20, 120_000) : random.Next(1, 900);
        var size = (long)Math.Pow(10, 2 + (random.NextDouble() * 4));
        line.Append(CultureInfo.InvariantCulture, $"{time / 1000}.{time % 1000:000} {elapsed,6} {client} ");
        if (tunnel)
        {
            line.Append(CultureInfo.InvariantCulture, $"{(random.Next(50) == 0 ? "TCP_DENIED/403" : "TCP_TUNNEL/200")} {size} CONNECT {host}:443 {userName} HIER_DIRECT/{random.Next(1, 223)}.{random.Next(256)}.{random.Next(256)}.{random.Next(256)} -\n");
            return;
        }

        line.Append(CultureInfo.InvariantCulture, $"{(random.Next(4) == 0 ? "TCP_MEM_HIT/200" : "TCP_MISS/200")} {size} GET http{(random.Next(3) == 0 ? "" : "s")}://{host}/");
        Path(line, random);
        line.Append(CultureInfo.InvariantCulture, $" {userName} HIER_DIRECT/{random.Next(1, 223)}.{random.Next(256)}.{random.Next(256)}.{random.Next(256)} {(random.Next(3) == 0 ? "text/html" : "image/jpeg")}\n");
    }

    private static void AppendFortiGate(StringBuilder line, Random random, int person, string host, long time)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(time);
        var blocked = random.Next(50) == 0;
        line.Append(CultureInfo.InvariantCulture, $"date={at:yyyy-MM-dd} time={at:HH:mm:ss} devname=\"FG-SCHOOL-01\" devid=\"FG100FTK20012345\" eventtime={time}{random.Next(1_000_000):000000} tz=\"+0000\" logid=\"{(blocked ? "0316013056" : "0317013312")}\" type=\"utm\" subtype=\"webfilter\" ");
        line.Append(CultureInfo.InvariantCulture, $"eventtype=\"{(blocked ? "ftgd_blk" : "ftgd_allow")}\" level=\"{(blocked ? "warning" : "notice")}\" vd=\"root\" policyid={random.Next(1, 40)} sessionid={random.Next()} ");
        line.Append(person % 12 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"user=\"{(person < 60 ? "STAFF" : "PUPIL")}{person:000}\" group=\"Staff\" authserver=\"FSSO\" "));
        line.Append(CultureInfo.InvariantCulture, $"srcip=10.20.{person / 250}.{person % 250} srcport={random.Next(1024, 65536)} srcintf=\"lan\" srcintfrole=\"lan\" srcuuid=\"3b7a5c1e-0000-51ee-0000-{random.Next():x12}\" dstip={random.Next(1, 223)}.{random.Next(256)}.{random.Next(256)}.{random.Next(256)} dstport=443 dstintf=\"wan1\" dstintfrole=\"wan\" proto=6 service=\"HTTPS\" ");
        line.Append(CultureInfo.InvariantCulture, $"hostname=\"{host}\" profile=\"School\" action=\"{(blocked ? "blocked" : "passthrough")}\" reqtype=\"direct\" url=\"https://{host}/");
        Path(line, random);
        line.Append(CultureInfo.InvariantCulture, $"\" sentbyte={random.Next(200, 4000)} rcvdbyte={(long)Math.Pow(10, 2 + (random.NextDouble() * 4))} direction=\"outgoing\" msg=\"URL belongs to {(blocked ? "a denied" : "an allowed")} category in policy\" ratemethod=\"domain\" cat=52 catdesc=\"{(blocked ? "Games" : "Information Technology")}\"\n");
    }

    private static void Path(StringBuilder line, Random random)
    {
        var target = 20 + (int)(140 * Math.Pow(random.NextDouble(), 2));
        var end = line.Length + target;
        while (line.Length < end)
        {
            line.Append(Syllables[random.Next(Syllables.Length)]);
            switch (random.Next(6))
            {
                case 0:
                    line.Append('/');
                    break;
                case 1:
                    line.Append('-');
                    break;
                case 2:
                    line.Append(random.Next(100_000));
                    break;
            }
        }
    }

    private static string[] Hosts(Random random)
    {
        var hosts = new string[3000];
        for (var i = 0; i < hosts.Length; i++)
        {
            var name = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
            hosts[i] = $"{FirstLabels[random.Next(FirstLabels.Length)]}.{name}.{LastLabels[random.Next(LastLabels.Length)]}";
        }

        return hosts;
    }
}
