namespace Rosewood.PolicyAdmin.Samples;

/// <summary>What use of a service looks like in the log, by kind.</summary>
internal static class DemoUse
{
    private const int Minute = 60_000;

    /// <summary>A person reads: its own hosts first and last, images between, never five minutes without a hit.</summary>
    public static void Person(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, DemoService service)
    {
        log.Tunnel(random, client, from, service.PersonHosts[0], 3_000, 120_000);
        for (var at = from + random.Between(300, 2_500); at < until; at += random.Skewed(700, 75_000))
        {
            var media = service.MediaHosts.Length > 0 && random.Chance(60);
            log.Tunnel(random, client, at, random.Pick<string>(media ? service.MediaHosts : service.PersonHosts), 1_500, 900_000);
        }

        log.Tunnel(random, client, until, service.PersonHosts[0], 3_000, 60_000);
    }

    /// <summary>A person tries and is refused.</summary>
    public static void Refused(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, DemoService service)
    {
        log.Refuse(random, client, from, service.RefusedHosts[0]);
        for (var at = from + random.Between(900, 9_000); at < until; at += random.Between(900, 40_000))
        {
            log.Refuse(random, client, at, random.Pick<string>(service.RefusedHosts));
        }
    }

    /// <summary>Another site's page asks for the service's buttons.</summary>
    public static void Embedded(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, DemoService service)
    {
        for (var at = from; at <= until; at += random.Between(20_000, 90_000))
        {
            log.Page(random, client, at, new DemoSite("www.rosewoodgazette.example", ["cdn.rosewoodgazette.example"]) { Widgets = service.WidgetHosts }, 6);
        }
    }

    /// <summary>Push: now and then, small.</summary>
    public static void Push(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, DemoService service)
    {
        for (var at = from; at <= until; at += random.Between(6 * Minute, 19 * Minute))
        {
            log.Tunnel(random, client, at, random.Pick<string>(service.BackgroundHosts), 300, 2_400);
        }
    }

    /// <summary>A machine asks the service's interface every ten minutes, always alike.</summary>
    public static void Rhythm(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, string host)
    {
        for (var at = from; at <= until; at += (10 * Minute) + random.Between(-350, 350))
        {
            log.Poll(random, client, at, host);
        }
    }
}
