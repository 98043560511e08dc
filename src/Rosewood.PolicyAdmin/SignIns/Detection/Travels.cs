using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Finds journeys that nobody makes in the time. Phones, carriers, VPNs and shared addresses are left out: their places are guesses.</summary>
internal static class Travels
{
    private const double FewestKilometres = 100;
    private const double FastestPerHour = 500;

    /// <summary>Finds them.</summary>
    public static IReadOnlyList<Observation> Find(AccountSightings sightings)
    {
        var found = new List<Observation>();
        Sighting? last = null;
        foreach (var s in sightings.Present)
        {
            if (s.Device.Kind == DeviceKind.Phone || s.Stream.Network is not { Kind: PlaceKind.Outside, Position: not null })
            {
                continue;
            }

            if (last is { } from && from.Stream.Network != s.Stream.Network)
            {
                var kilometres = Earth.Kilometres(from.Stream.Network.Position!.Value, s.Stream.Network.Position.Value);
                var hours = (s.Slot - from.Slot + 1) * Moment.SlotSeconds / 3600.0;
                if (kilometres >= FewestKilometres && kilometres / hours > FastestPerHour)
                {
                    found.Add(new Observation(SignInEvidenceKind.Travel, s.Slot, [from.Device, s.Device], 0, $"from {PlaceText.Of(from.Stream.Network)} to {PlaceText.Of(s.Stream.Network)}, faster than anybody travels") { Marks = [from.Slot, s.Slot] });
                }
            }

            last = s;
        }

        return found;
    }
}
