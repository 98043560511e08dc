using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>
/// What the school's people show about how far apart two room computers are: how long they take who go straight from one to the other.
/// Where several never do it in less than a good minute, the two do not stand side by side.
/// </summary>
internal sealed class Nearness
{
    private const int LongestWaySlots = 30 * 60 / Moment.SlotSeconds;
    private const int SideBySideSlots = 75 / Moment.SlotSeconds;
    private const int FewestWays = 3;
    private readonly Dictionary<(SignInDevice, SignInDevice), List<(AccountTimeline Account, int Slots)>> _ways = [];

    /// <summary>Learns from one account's ways.</summary>
    public void Add(AccountSightings sightings)
    {
        for (var i = 1; i < sightings.Present.Count; i++)
        {
            var (from, to) = (sightings.Present[i - 1], sightings.Present[i]);
            var slots = to.Slot - from.Slot;
            if (from.Device == to.Device || slots > LongestWaySlots || !from.Device.IsRoomComputer || !to.Device.IsRoomComputer)
            {
                continue;
            }

            var pair = PairOf(from.Device, to.Device);
            if (!_ways.TryGetValue(pair, out var ways))
            {
                _ways[pair] = ways = [];
            }

            ways.Add((sightings.Account, slots));
        }
    }

    /// <summary>Whether others' ways show that two computers are not side by side.</summary>
    public bool AreApart(SignInDevice a, SignInDevice b, AccountTimeline account)
    {
        if (!_ways.TryGetValue(PairOf(a, b), out var ways))
        {
            return false;
        }

        var others = ways.Where(w => w.Account != account).ToList();
        return others.Count >= FewestWays && others.TrueForAll(w => w.Slots > SideBySideSlots);
    }

    private static (SignInDevice, SignInDevice) PairOf(SignInDevice a, SignInDevice b) => string.CompareOrdinal(a.Name, b.Name) <= 0 ? (a, b) : (b, a);
}
