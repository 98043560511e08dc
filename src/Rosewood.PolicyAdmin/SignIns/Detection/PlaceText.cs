using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>Places in words.</summary>
internal static class PlaceText
{
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
