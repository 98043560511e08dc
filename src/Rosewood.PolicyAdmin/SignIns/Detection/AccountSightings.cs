using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>One account's moments from all its devices in order of time.</summary>
internal sealed class AccountSightings
{
    /// <summary>Puts the moments together.</summary>
    public AccountSightings(AccountTimeline account)
    {
        Account = account;
        var all = new List<Sighting>();
        var days = new HashSet<int>();
        foreach (var stream in account.Streams)
        {
            foreach (var moment in stream.InOrder())
            {
                if (moment.Kind == MomentKind.Background)
                {
                    continue;
                }

                var slot = stream.Device.SlotOf(moment);
                all.Add(new Sighting(slot, stream, moment.Kind));
                if (moment.Kind == MomentKind.Present)
                {
                    days.Add(slot / Moment.SlotsPerDay);
                }
            }
        }

        all.Sort(Compare);
        All = all;
        Present = [.. all.Where(s => s.Kind == MomentKind.Present)];
        ActiveDays = [.. days.Order()];
    }

    /// <summary>The account.</summary>
    public AccountTimeline Account { get; }

    /// <summary>All moments but a program's.</summary>
    public IReadOnlyList<Sighting> All { get; }

    /// <summary>The moments at which a person was at a device.</summary>
    public IReadOnlyList<Sighting> Present { get; }

    /// <summary>The days on which a person used the account.</summary>
    public IReadOnlyList<int> ActiveDays { get; }

    /// <summary>The days on which the person's own computer was used in school.</summary>
    public HashSet<int> DaysOnOwnComputerInSchool() =>
        [.. Present.Where(s => s.Device.Kind == DeviceKind.Computer && s.Device.Owner == Account && s.Place == PlaceKind.School).Select(s => s.Day)];

    /// <summary>By time; what lies in one slot by what does not depend on the order in which files were read.</summary>
    private static int Compare(Sighting a, Sighting b)
    {
        var order = a.Slot != b.Slot ? a.Slot.CompareTo(b.Slot) : a.Kind.CompareTo(b.Kind);
        order = order != 0 ? order : string.CompareOrdinal(a.Device.Name, b.Device.Name);
        order = order != 0 ? order : a.Stream.Network.Kind.CompareTo(b.Stream.Network.Kind);
        return order != 0 ? order : a.Stream.Network.Prefix.Value.CompareTo(b.Stream.Network.Prefix.Value);
    }

    /// <summary>The index of the first moment of a list at or after a slot.</summary>
    public static int IndexAt(IReadOnlyList<Sighting> sightings, int slot)
    {
        var (low, high) = (0, sightings.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sightings[middle].Slot < slot)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
