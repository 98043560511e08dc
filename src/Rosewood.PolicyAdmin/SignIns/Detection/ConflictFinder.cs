using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds where an account goes from one spot to another and back, faster than a person does.</summary>
internal static class ConflictFinder
{
    private const int PerMinute = 60 / Moment.SlotSeconds;

    /// <summary>How many neighbours of a moment are looked at: bounds the work for an account with a moment in every slot.</summary>
    private const int MostNeighbours = 64;

    private const int Horizon = 45 * PerMinute;

    /// <summary>All conflicts of an account, the tightest for each moment between.</summary>
    /// <param name="present">The moments at which a person was at a device, in order.</param>
    /// <param name="whereabouts">Where the account's person can be at once.</param>
    public static IReadOnlyList<Conflict> Find(IReadOnlyList<Sighting> present, Whereabouts whereabouts)
    {
        var found = new List<Conflict>();
        for (var i = 1; i < present.Count; i++)
        {
            if (Tightest(present, i, whereabouts) is { } conflict)
            {
                found.Add(conflict);
            }
        }

        return found;
    }

    /// <summary>The longest time there and back that a person certainly does not manage, in slots.</summary>
    private static int Impossible(ConflictKind kind) => kind switch
    {
        ConflictKind.Rooms => 3 * PerMinute / 2,
        ConflictKind.Colleague => 2 * PerMinute,
        _ => 20 * PerMinute,
    };

    /// <summary>The longest way from one to the other, without return, that a person certainly does not manage, in slots.</summary>
    private static int ImpossibleOneWay(ConflictKind kind) => kind switch
    {
        ConflictKind.Rooms or ConflictKind.Colleague => 3 * PerMinute / 4,
        _ => 5 * PerMinute,
    };

    /// <summary>The longest time there and back that a person rarely manages, in slots.</summary>
    private static int Unlikely(ConflictKind kind) => kind switch
    {
        ConflictKind.Rooms or ConflictKind.Colleague => 10 * PerMinute,
        _ => Horizon,
    };

    private static Conflict? Tightest(IReadOnlyList<Sighting> present, int at, Whereabouts whereabouts)
    {
        Conflict? best = null;
        var between = present[at];
        for (var i = at - 1; i >= Math.Max(0, at - MostNeighbours) && between.Slot - present[i].Slot <= Horizon; i--)
        {
            var before = present[i];
            var kind = whereabouts.Between(before, between);
            if (kind == ConflictKind.None)
            {
                continue;
            }

            if (between.Slot - before.Slot <= ImpossibleOneWay(kind))
            {
                return new Conflict(kind, before, between, between, IsImpossible: true);
            }

            if (After(present, at, before, kind) is { } after && after.Slot - before.Slot is var slots && slots <= Unlikely(kind) && (best is null || slots < best.Slots))
            {
                best = new Conflict(kind, before, between, after, slots <= Impossible(kind));
            }
        }

        return best;
    }

    /// <summary>The first moment after at the same spot as before: the device, or for a place outside any computer there.</summary>
    private static Sighting? After(IReadOnlyList<Sighting> present, int at, in Sighting before, ConflictKind kind)
    {
        for (var i = at + 1; i < Math.Min(present.Count, at + MostNeighbours) && present[i].Slot - present[at].Slot <= Horizon; i++)
        {
            if (present[i].Device == before.Device
                || (kind is ConflictKind.SchoolAndOutside or ConflictKind.TwoOutside && before.Stream.Network.Kind == PlaceKind.Outside && present[i].Stream.Network.Place == before.Stream.Network.Place))
            {
                return present[i];
            }
        }

        return null;
    }
}
