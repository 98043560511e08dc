using Rosewood.PolicyAdmin.Simulation.Making;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Living;

/// <summary>One day while it is planned: where everybody is, and who uses what.</summary>
internal sealed class DayBook(ulong seed, DateOnly date, int schoolDay, bool isSchoolDay)
{
    private readonly Dictionary<SimulatedPerson, Itinerary> _itineraries = [];
    private readonly List<DeviceUse> _uses = [];

    public DateOnly Date { get; } = date;

    /// <summary>How many school days went before; the same through a weekend.</summary>
    public int SchoolDay { get; } = schoolDay;

    public bool IsSchoolDay { get; } = isSchoolDay;

    public HashSet<SimulatedPerson> Absent { get; } = [];

    public HashSet<SimulatedPerson> AtWork { get; } = [];

    public IReadOnlyList<DeviceUse> Uses => _uses;

    public Itinerary this[SimulatedPerson person] => _itineraries.TryGetValue(person, out var known) ? known : _itineraries[person] = new Itinerary();

    public long At(double minutes) => UkTime.At(Date, minutes);

    public Dice Dice(string purpose, SimulatedPerson person) => Making.Dice.Of(seed, purpose, person.Number, Date.DayNumber);

    /// <summary>Writes a use down, cut to the actor's stay at the device; nothing when the actor is not there.</summary>
    public bool Use(DeviceUse use)
    {
        var stay = this[use.Actor].Stays.FirstOrDefault(s => s.Place == use.Place && s.To > use.From && s.From < use.To);
        if (stay is null || (use.Device.StandsIn is { } room && use.Kind != UseKind.Remote && room != use.Place))
        {
            return false;
        }

        // Time to sit down and to get up.
        var cut = use with { From = Math.Max(use.From, stay.From + 20_000), To = Math.Min(use.To, stay.To - 15_000) };
        if (cut.To - cut.From < 90_000)
        {
            return false;
        }

        _uses.Add(cut);
        return true;
    }
}
