using Rosewood.PolicyAdmin.SignIns.Timeline;

namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>One moment of an account with where it was, by a clock that is put right.</summary>
/// <param name="Slot">The slot, corrected by the computer's clock.</param>
/// <param name="Stream">The device and network.</param>
/// <param name="Kind">What it shows.</param>
internal readonly record struct Sighting(int Slot, ActivityStream Stream, MomentKind Kind)
{
    /// <summary>The device.</summary>
    public SignInDevice Device => Stream.Device;

    /// <summary>Where, with a moment at the device itself placed by the device's addresses near then.</summary>
    public PlaceKind Place => Stream.Network.Kind == PlaceKind.AtDevice ? Device.PlaceNear(Slot) : Stream.Network.Kind;

    /// <summary>The day since the timeline's beginning.</summary>
    public int Day => Slot / Moment.SlotsPerDay;
}
