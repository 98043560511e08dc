using Rosewood.PolicyAdmin.People;
using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// Finds use of an account at a room computer that is another's usual one, with that other at it just before and after, while the account
/// was at a computer of its own shortly before and after as well: out and back, into the middle of somebody else's work.
/// </summary>
/// <param name="presence">When somebody used their own account on a device.</param>
/// <param name="whereabouts">Where the account's person can be at once.</param>
internal sealed class DeskVisits(DevicePresence presence, Whereabouts whereabouts)
{
    private const int BesideSlots = 15 * 60 / Moment.SlotSeconds;
    private const int AwaySlots = 20 * 60 / Moment.SlotSeconds;

    /// <summary>Finds them.</summary>
    /// <param name="sightings">The account.</param>
    /// <param name="conflicts">
    /// Its conflicts: where the desk's clock could not be compared, a day that one of them has already is no second fact, for one wrong clock
    /// would make both.
    /// </param>
    public IReadOnlyList<Observation> Find(AccountSightings sightings, IReadOnlyList<Conflict> conflicts)
    {
        var found = new List<Observation>();

        // A technician's work is at other people's desks.
        if (sightings.Account.Person?.Roles.Contains(Role.Technician) == true)
        {
            return found;
        }

        var own = MainComputer(sightings);
        var doubtful = conflicts.SelectMany(c => new[] { (c.Before.Device, c.Day), (c.Between.Device, c.Day) }).Where(d => !d.Device.IsClockKnown).ToHashSet();
        for (var i = 0; i < sightings.Present.Count; i++)
        {
            var s = sightings.Present[i];
            if (!s.Device.IsRoomComputer
                || s.Device == own
                || doubtful.Contains((s.Device, s.Day))
                || s.Device.UsualUserBeside(sightings.Account) is not { } usual
                || !presence.Any(usual, s.Device, s.Slot - BesideSlots, s.Slot)
                || !presence.Any(usual, s.Device, s.Slot, s.Slot + BesideSlots)
                || (Elsewhere(sightings.Present, i, -1) ?? Elsewhere(sightings.Present, i, 1)) is not { } elsewhere)
            {
                continue;
            }

            var name = SubjectText.Of(usual);
            found.Add(new Observation(SignInEvidenceKind.ForeignDevice, s.Slot, [s.Device, elsewhere.Device], 2, $"on {s.Device.Name}, in the middle of {name}'s work there, and on {elsewhere.Device.Name} within minutes")
            {
                Marks = [elsewhere.Slot, s.Slot],
            });
        }

        return found;
    }

    /// <summary>The room computer that the account is used at on most days.</summary>
    private static SignInDevice? MainComputer(AccountSightings sightings) => sightings.Present
        .Where(s => s.Device.IsRoomComputer)
        .Select(s => s.Device)
        .Distinct()
        .OrderByDescending(d => d.Days.GetValueOrDefault(sightings.Account))
        .ThenBy(d => d.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    private Sighting? Elsewhere(IReadOnlyList<Sighting> present, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < present.Count && Math.Abs(present[i].Slot - present[at].Slot) <= AwaySlots; i += step)
        {
            if (whereabouts.Between(present[i], present[at]) != ConflictKind.None)
            {
                return present[i];
            }
        }

        return null;
    }
}
