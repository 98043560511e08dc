using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Samples;

/// <summary>What machines do when nobody asks: updates, telemetry, push. Mostly without a login.</summary>
internal sealed class DemoMachines(DemoRoster roster, ulong seed)
{
    private const int Minute = 60_000;
    private const int Day = 24 * 60 * Minute;

    /// <summary>All machines through a day; on a weekend only what is never switched off.</summary>
    public void Run(DemoDayLog log, bool schoolDay)
    {
        foreach (var device in roster.Devices)
        {
            var random = new DemoRandom(seed, device.Name, log.Date.DayNumber);
            switch (device.Class)
            {
                case DeviceClass.Server:
                    Housekeeping(log, random, new DemoClient(device.Address, null), 0, Day, 9);
                    break;
                case DeviceClass.SchoolMobile:
                    Mobile(log, random, device);
                    break;
                case DeviceClass.School when schoolDay:
                    Housekeeping(log, random, new DemoClient(device.Address, null), DemoDayLog.At(7, 20), DemoDayLog.At(17, 45), 22);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Housekeeping(DemoDayLog log, DemoRandom random, DemoClient client, int from, int until, int everyMinutes)
    {
        for (var at = from + random.Between(0, 10 * Minute); at < until; at += random.Between(Minute, 2 * everyMinutes * Minute))
        {
            if (random.Chance(30))
            {
                log.Get(random, client, at, random.Pick<string>(DemoSites.Downloads));
            }
            else
            {
                log.Tunnel(random, client, at, random.Pick<string>(DemoSites.Machine), 800, 14_000);
            }
        }
    }

    /// <summary>A school mobile lies on its charger at night and still asks for messages.</summary>
    private static void Mobile(DemoDayLog log, DemoRandom random, DemoDevice device)
    {
        var client = new DemoClient(device.Address, device.AssignedLogin);
        Housekeeping(log, random, client, 0, Day, 35);
        if (device.AssignedLogin is "h.ashworth-bell" or "a.nidhonnchadha")
        {
            var hosts = DemoServices.Named("Facebook").BackgroundHosts;
            for (var at = random.Between(0, 20 * Minute); at < Day; at += random.Between(2 * Minute, 44 * Minute))
            {
                log.Tunnel(random, client, at, random.Pick<string>(hosts), 300, 2_400);
            }
        }
    }
}
