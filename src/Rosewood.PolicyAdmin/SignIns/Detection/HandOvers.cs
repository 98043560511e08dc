using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Finds passwords that were told: tried, tried, and found on a device that is not the account's own, soon after a change on another one;
/// or on somebody else's own device while they work with it, where a change need not be seen.
/// </summary>
internal static class HandOvers
{
    private const int TrySlots = 15 * 60 / Moment.SlotSeconds;
    private const int AfterChangeSlots = Moment.SlotsPerDay * 3;
    private const int Failures = 2;

    /// <summary>Finds them.</summary>
    /// <param name="sightings">The account.</param>
    /// <param name="presence">When a device's owner used their own account on it.</param>
    public static IReadOnlyList<Observation> Find(AccountSightings sightings, DevicePresence presence)
    {
        var found = new List<Observation>();
        var all = sightings.All;
        for (var i = 0; i < all.Count; i++)
        {
            var s = all[i];
            if (s.Kind != MomentKind.Present || s.Device.Kind != DeviceKind.Computer || s.Device.Owner == sightings.Account || FailuresBefore(all, i) < Failures)
            {
                continue;
            }

            if (presence.IsWithOwner(s.Device, sightings.Account, s.Day))
            {
                found.Add(new Observation(SignInEvidenceKind.HandOver, s.Slot, [s.Device], 1, $"two failures and then success on {s.Device.Name}, which is {SubjectText.Of(s.Device.Owner!)}'s"));
            }
            else if (s.Device.Owner is null && ChangedElsewhere(all, i) is { } change)
            {
                found.Add(new Observation(SignInEvidenceKind.HandOver, s.Slot, [change.Device, s.Device], 0, $"two failures and then success on {s.Device.Name}, after the password had changed on {change.Device.Name}")
                {
                    Marks = [change.Slot, s.Slot],
                });
            }
        }

        return found;
    }

    private static int FailuresBefore(IReadOnlyList<Sighting> all, int at)
    {
        var count = 0;
        for (var i = at - 1; i >= 0 && all[at].Slot - all[i].Slot <= TrySlots; i--)
        {
            if (all[i].Device != all[at].Device)
            {
                continue;
            }

            if (all[i].Kind == MomentKind.Present)
            {
                break;
            }

            count += all[i].Kind is MomentKind.WrongPassword or MomentKind.PasswordOutdated ? 1 : 0;
        }

        return count;
    }

    private static Sighting? ChangedElsewhere(IReadOnlyList<Sighting> all, int at)
    {
        for (var i = at - 1; i >= 0 && all[at].Slot - all[i].Slot <= AfterChangeSlots; i--)
        {
            if (all[i].Kind is MomentKind.PasswordChanged or MomentKind.PasswordOutdated && all[i].Device != all[at].Device && all[i].Device.Kind != DeviceKind.Phone)
            {
                return all[i];
            }
        }

        return null;
    }
}
