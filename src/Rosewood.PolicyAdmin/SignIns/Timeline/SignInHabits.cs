
namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>
/// Learns from the whole school's history what the rows themselves don't say: whose a device is, which computers stand in a room,
/// what kind of place an address is, and which clocks are wrong. Run once, when all rows are read.
/// </summary>
/// <param name="timeline">The sign-ins.</param>
/// <param name="zone">The school's zone.</param>
/// <param name="isDeclared">Whether an account is shared by declaration: it says nothing about whose a device is.</param>
internal sealed class SignInHabits(SignInTimeline timeline, TimeZoneInfo zone, Predicate<AccountTimeline> isDeclared)
{
    /// <summary>Days of use before a device's owner is learned from use.</summary>
    public const int DaysToLearn = 8;

    private const double OwnersShare = 0.85;
    private const int MostAccountsOnOwnDevice = 3;
    private const int AccountsInRoom = 3;
    private const int OutsideDays = 2;

    /// <summary>Learns, and writes what it learned on networks and devices.</summary>
    public void Learn()
    {
        new NetworkHabits(timeline, zone).Learn();
        CountDays();
        var inventoryNamesUsers = timeline.Devices.Any(d => d.AssignedUser is not null);
        foreach (var device in timeline.Devices)
        {
            device.Owner = OwnerOf(device);
            device.IsRoomComputer = device is { Kind: DeviceKind.Computer, WasOutside: false, AssignedUser: null }
                && ((device.IsInventoried && inventoryNamesUsers) || (device.Owner is null && (device.Days.Count >= AccountsInRoom || StaysInSchool(device))));
            if (device.IsRoomComputer)
            {
                device.Owner = null;
            }
        }

        ClockHabits.Learn(timeline);
    }

    private void CountDays()
    {
        var days = new Dictionary<(SignInDevice Device, AccountTimeline Account), HashSet<int>>();
        var outside = new Dictionary<SignInDevice, HashSet<int>>();
        foreach (var account in timeline.Accounts)
        {
            foreach (var stream in account.Streams)
            {
                foreach (var moment in stream.InOrder())
                {
                    if (moment.Kind != MomentKind.Present)
                    {
                        continue;
                    }

                    Of(days, (stream.Device, account)).Add(moment.Day);
                    if (stream.Network.Kind is PlaceKind.School or PlaceKind.Outside or PlaceKind.Carrier)
                    {
                        stream.Device.Places.Add((moment.Slot, stream.Network.Kind));
                    }

                    if (stream.Network.Kind is PlaceKind.Outside or PlaceKind.Carrier)
                    {
                        Of(outside, stream.Device).Add(moment.Day);
                    }
                }
            }
        }

        foreach (var ((device, account), seen) in days)
        {
            if (!isDeclared(account))
            {
                device.Days[account] = seen.Count;
            }
        }

        foreach (var device in timeline.Devices)
        {
            device.Places.Sort();
        }

        foreach (var (device, seen) in outside)
        {
            device.WasOutside = seen.Count >= OutsideDays;
        }
    }

    /// <summary>A computer with a log of its own that nobody was ever seen with elsewhere, used by more than one person on many days.</summary>
    private static bool StaysInSchool(SignInDevice device) =>
        device.HasSecurityLog && device.Days.Count > 1 && device.Days.Values.Sum() >= 2 * DaysToLearn;

    private AccountTimeline? OwnerOf(SignInDevice device)
    {
        if (device.AssignedUser is { } user)
        {
            return timeline.Find(user, timeline.Latest);
        }

        if (device.Days.Count is 0 or > MostAccountsOnOwnDevice)
        {
            return null;
        }

        var (account, days) = device.Days.MaxBy(d => d.Value);
        var all = device.Days.Values.Sum();
        return days >= DaysToLearn && days >= OwnersShare * all ? account : null;
    }

    private static HashSet<int> Of<TKey>(Dictionary<TKey, HashSet<int>> sets, TKey key)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets[key] = set = [];
        }

        return set;
    }
}
