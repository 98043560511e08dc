using Rosewood.PolicyAdmin.SignIns.Model;

namespace Rosewood.PolicyAdmin.SignIns.Timeline;

/// <summary>
/// Learns how far a computer's clock is ahead of Entra's, from logons to Windows that both recorded. What one clock says of another
/// computer's order would otherwise look like a person in two rooms.
/// </summary>
internal static class ClockHabits
{
    private const int MostSlots = 15 * 60 / Moment.SlotSeconds;
    private const int FewestPairs = 3;

    /// <summary>Writes <see cref="SignInDevice.ClockAhead"/> and <see cref="SignInDevice.IsClockKnown"/> where enough logons were seen twice.</summary>
    public static void Learn(SignInTimeline timeline)
    {
        var differences = new Dictionary<SignInDevice, List<int>>();
        foreach (var account in timeline.Accounts)
        {
            foreach (var streams in account.Streams.Where(s => s.Device.HasSecurityLog).GroupBy(s => s.Device))
            {
                Compare(streams, differences);
            }
        }

        foreach (var (device, seen) in differences)
        {
            if (seen.Count >= FewestPairs)
            {
                seen.Sort();
                device.IsClockKnown = true;
                device.ClockAhead = seen[seen.Count / 2] * Moment.SlotSeconds;
            }
        }
    }

    private static void Compare(IGrouping<SignInDevice, ActivityStream> streams, Dictionary<SignInDevice, List<int>> differences)
    {
        var entra = new List<int>();
        var windows = new List<int>();
        foreach (var stream in streams)
        {
            foreach (var moment in stream.InOrder())
            {
                if (moment is { Kind: MomentKind.Present, Source: SignInSource.Windows })
                {
                    windows.Add(moment.Slot);
                }
                else if (moment.IsLogon)
                {
                    entra.Add(moment.Slot);
                }
            }
        }

        windows.Sort();
        foreach (var logon in entra)
        {
            if (Nearest(windows, logon) is { } slot && Math.Abs(slot - logon) <= MostSlots)
            {
                if (!differences.TryGetValue(streams.Key, out var seen))
                {
                    differences[streams.Key] = seen = [];
                }

                seen.Add(slot - logon);
            }
        }
    }

    private static int? Nearest(List<int> sorted, int slot)
    {
        if (sorted.Count == 0)
        {
            return null;
        }

        var at = sorted.BinarySearch(slot);
        if (at >= 0)
        {
            return slot;
        }

        at = ~at;
        return at == sorted.Count ? sorted[^1]
            : at == 0 || sorted[at] - slot < slot - sorted[at - 1] ? sorted[at]
            : sorted[at - 1];
    }
}
