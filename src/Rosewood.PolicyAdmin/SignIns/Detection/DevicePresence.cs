using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>When people were at devices with their own accounts: asked about somebody else's use of the same device, and so kept.</summary>
internal sealed class DevicePresence
{
    private readonly Dictionary<(AccountTimeline, SignInDevice), List<int>> _slots = [];

    /// <summary>Whether an account's person was at a device in a time.</summary>
    /// <param name="account">The account.</param>
    /// <param name="device">The device.</param>
    /// <param name="from">The first slot.</param>
    /// <param name="until">The last slot, inclusive.</param>
    public bool Any(AccountTimeline account, SignInDevice device, int from, int until)
    {
        if (!_slots.TryGetValue((account, device), out var slots))
        {
            _slots[(account, device)] = slots = SlotsOf(account, device);
        }

        return AnyIn(slots, from, until);
    }

    /// <summary>
    /// Whether a device is somebody else's who works with it on that day: one that was lent, or stands in for a broken one, is with the
    /// person who uses it.
    /// </summary>
    public bool IsWithOwner(SignInDevice device, AccountTimeline user, int day) =>
        device.Owner is { } owner && owner != user && Any(owner, device, day * Moment.SlotsPerDay, ((day + 1) * Moment.SlotsPerDay) - 1);

    /// <summary>Whether any of some slots lies in a time.</summary>
    /// <param name="slots">In order.</param>
    /// <param name="from">The first slot.</param>
    /// <param name="until">The last slot, inclusive.</param>
    public static bool AnyIn(List<int> slots, int from, int until)
    {
        var at = slots.BinarySearch(from);
        at = at < 0 ? ~at : at;
        return at < slots.Count && slots[at] <= until;
    }

    private static List<int> SlotsOf(AccountTimeline account, SignInDevice device)
    {
        var slots = new List<int>();
        foreach (var stream in account.Streams.Where(s => s.Device == device))
        {
            foreach (var moment in stream.InOrder())
            {
                if (moment.Kind == MomentKind.Present)
                {
                    slots.Add(device.SlotOf(moment));
                }
            }
        }

        slots.Sort();
        return slots;
    }
}
