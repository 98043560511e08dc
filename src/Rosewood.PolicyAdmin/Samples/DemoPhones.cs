using System.Globalization;
using Rosewood.PolicyAdmin.Devices;
using Rosewood.PolicyAdmin.People;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>Own phones on the staff Wi-Fi, and visitors' devices on the guest Wi-Fi.</summary>
internal sealed class DemoPhones(DemoRoster roster, ulong seed)
{
    private const int Minute = 60_000;

    /// <summary>Kept clear of the bell: what happens across it is told as a story of its own.</summary>
    private const int BellMargin = 3 * Minute;

    private static readonly string[] OwnTimeServices = ["Facebook", "Instagram", "WhatsApp", "YouTube", "TikTok"];

    /// <summary>A school day.</summary>
    public void SchoolDay(DemoDayLog log)
    {
        foreach (var (person, address) in Phones())
        {
            var random = new DemoRandom(seed, "phone:" + person.Login, log.Date.DayNumber);
            if (person.IsEmployed(log.Date) && !random.Chance(8))
            {
                Phone(log, random, new DemoClient(address, person.Login));
            }
        }

        Guests(log);
    }

    /// <summary>Who has a phone on the Wi-Fi, and its address: those in the inventory, and every third person besides.</summary>
    private IEnumerable<(DemoStaff Person, string Address)> Phones()
    {
        for (var i = 0; i < roster.Staff.Count; i++)
        {
            var person = roster.Staff[i];
            var known = roster.Devices.FirstOrDefault(d => d.Class == DeviceClass.Personal && string.Equals(d.AssignedLogin, person.Login, StringComparison.Ordinal));
            if (known is not null)
            {
                yield return (person, known.Address);
            }
            else if (i % 3 == 0 && person.Roles[0] != Role.Governor)
            {
                yield return (person, AddressOf(i));
            }
        }
    }

    private static string AddressOf(int number) => number % 9 == 0
        ? "2001:db8:30::" + (number + 256).ToString("x", CultureInfo.InvariantCulture)
        : "10.30.4." + (number + 10).ToString(CultureInfo.InvariantCulture);

    private static void Phone(DemoDayLog log, DemoRandom random, DemoClient client)
    {
        var arrives = DemoDayLog.At(7, 40) + (random.Between(0, 40) * Minute);
        var leaves = DemoDayLog.At(15, 40) + (random.Between(0, 80) * Minute);
        log.Challenge(random, client, arrives, "gs-loc.apple.com");
        var push = DemoServices.Named("Facebook").BackgroundHosts;
        for (var at = arrives; at < leaves; at += random.Between(6 * Minute, 28 * Minute))
        {
            log.Page(random, client, at, random.Pick<DemoSite>(DemoSites.Phone), random.Between(0, 3));
            if (random.Chance(35))
            {
                log.Tunnel(random, client, at + random.Between(2_000, 90_000), random.Pick<string>(push), 300, 2_000);
            }
        }

        foreach (var part in DemoTimetable.For(log.Date.DayOfWeek).Parts.Where(p => !p.InSession))
        {
            var (from, until) = (Math.Max(part.From, arrives) + BellMargin, Math.Min(part.Until, leaves) - BellMargin);
            if (until - from > 4 * Minute && random.Chance(22))
            {
                var start = random.Between(from, until - (3 * Minute));
                var end = Math.Min(until, start + random.Between(2 * Minute, 12 * Minute));
                DemoUse.Person(log, random, client, start, end, DemoServices.Named(random.Pick<string>(OwnTimeServices)));
            }
        }
    }

    private void Guests(DemoDayLog log)
    {
        var random = new DemoRandom(seed, "guests", log.Date.DayNumber);
        for (var i = random.Between(1, 4); i > 0; i--)
        {
            var client = new DemoClient($"10.50.0.{random.Between(20, 90)}", null);
            var at = DemoDayLog.At(random.Between(9, 14), random.Below(60));
            for (var page = random.Between(4, 15); page > 0; page--)
            {
                at = log.Page(random, client, at + random.Between(5_000, 200_000), random.Pick<DemoSite>(DemoSites.Phone), random.Between(1, 5));
            }
        }
    }
}
