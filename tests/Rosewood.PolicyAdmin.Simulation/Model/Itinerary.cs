namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>
/// Where a person is on one day: stays in order, never overlapping, with the time to walk or travel between them. What keeps a person from
/// being at two places at once: whoever uses a machine must have a stay at its place.
/// </summary>
public sealed class Itinerary
{
    /// <summary>The least time between two rooms of the school, in milliseconds: a hurried walk.</summary>
    public const long LeastWalk = 75_000;

    /// <summary>The least time between the school and anywhere else, in milliseconds.</summary>
    public const long LeastJourney = 10 * 60_000;

    private readonly List<Stay> _stays = [];

    /// <summary>The stays in order.</summary>
    public IReadOnlyList<Stay> Stays => _stays;

    /// <summary>The stay that holds an instant; null on the way.</summary>
    public Stay? At(long at) => _stays.Find(s => s.Has(at));

    /// <summary>Adds the next stay; too short a one is left out.</summary>
    public void Then(long from, long to, Place place)
    {
        if (_stays.Count > 0)
        {
            from = Math.Max(from, _stays[^1].To + Gap(_stays[^1].Place, place));
        }

        if (to - from >= 60_000)
        {
            _stays.Add(new Stay(from, to, place));
        }
    }

    /// <summary>Goes somewhere for a while, in place of what was planned then.</summary>
    /// <returns>The stay there, or null when it could not be fitted in.</returns>
    public Stay? Visit(long from, long to, Place place)
    {
        if (At(from) is { } already && already.Place == place && already.To >= to)
        {
            return already;
        }

        if (_stays.Count == 0 || to - from < 60_000)
        {
            return null;
        }

        var rest = new List<Stay>();
        foreach (var stay in _stays)
        {
            var gap = Gap(stay.Place, place);
            AddIfLongEnough(rest, stay with { To = Math.Min(stay.To, from - gap) });
            AddIfLongEnough(rest, stay with { From = Math.Max(stay.From, to + gap) });
        }

        var visit = new Stay(from, to, place);
        rest.Add(visit);
        rest.Sort((a, b) => a.From.CompareTo(b.From));
        _stays.Clear();
        _stays.AddRange(rest);
        return visit;
    }

    /// <summary>The time that lies between two places, in milliseconds.</summary>
    public static long Gap(Place a, Place b) => a == b ? 0 : a.IsInSchool && b.IsInSchool ? LeastWalk : LeastJourney;

    private static void AddIfLongEnough(List<Stay> stays, Stay stay)
    {
        if (stay.To - stay.From >= 60_000)
        {
            stays.Add(stay);
        }
    }
}
