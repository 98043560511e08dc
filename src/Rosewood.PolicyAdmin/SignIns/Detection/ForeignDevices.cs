using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds use of an account on computers that are somebody else's own.</summary>
/// <param name="presence">When a device's owner used their own account on it.</param>
internal sealed class ForeignDevices(DevicePresence presence)
{
    private const int BesideSlots = 3 * 3600 / Moment.SlotSeconds;

    /// <summary>
    /// Uses with something that speaks against the person's own visit: the owner worked with the device shortly before or after. Other
    /// uses, such as a borrowed laptop or cover for a colleague, are counted apart.
    /// </summary>
    /// <param name="sightings">The account.</param>
    /// <param name="from">The first slot that counts.</param>
    /// <param name="until">The first slot after.</param>
    public (IReadOnlyList<Observation> Telling, int PlainDays) Find(AccountSightings sightings, int from, int until)
    {
        var telling = new List<Observation>();
        var plain = new HashSet<(SignInDevice, int)>();
        for (var i = AccountSightings.IndexAt(sightings.All, from); i < sightings.All.Count && sightings.All[i].Slot < until; i++)
        {
            var s = sightings.All[i];
            if (s.Kind is not (MomentKind.Present or MomentKind.InUse) || s.Device.Owner is not { } owner || owner == sightings.Account || s.Device.Kind != DeviceKind.Computer)
            {
                continue;
            }

            var name = SubjectText.Of(owner);
            if (presence.Any(owner, s.Device, s.Slot - BesideSlots, s.Slot + BesideSlots))
            {
                telling.Add(new Observation(SignInEvidenceKind.ForeignDevice, s.Slot, [s.Device], 0, $"on {name}'s {s.Device.Name}, on a day on which {name} worked with it"));
            }
            else
            {
                plain.Add((s.Device, s.Day));
            }
        }

        return (telling, plain.Count);
    }
}
