using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Places in words.</summary>
internal static class PlaceText
{
    /// <summary>Where a device was; of one that came without an address as its addresses near then tell.</summary>
    public static string Of(in Sighting sighting) => sighting.Stream.Network.Kind == PlaceKind.AtDevice && sighting.Place == PlaceKind.School ? "school" : Of(sighting.Stream.Network);

    /// <summary>Where a network is, as far as it is known. Never an address: a home's address is nobody's business.</summary>
    public static string Of(SignInNetwork network) => network.Kind switch
    {
        PlaceKind.School => "school",
        PlaceKind.Carrier => "mobile network",
        PlaceKind.Attacker => "an attacker's network",
        PlaceKind.AtDevice => "at the computer",
        PlaceKind.Outside when network.City is { } city => $"another network ({city})",
        PlaceKind.Outside => "another network",
        _ => "place not known",
    };
}
