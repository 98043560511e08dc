namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>There and back: an account at a first spot, at another, and at the first again; or there, faster than anybody goes.</summary>
/// <param name="Kind">Between what.</param>
/// <param name="Before">The last moment at the first spot before.</param>
/// <param name="Between">The moment at the other spot.</param>
/// <param name="After">The first moment at the first spot after; the moment between where the way there says enough.</param>
/// <param name="IsImpossible">Whether there was no time for one person; else it is only unlikely.</param>
internal sealed record Conflict(ConflictKind Kind, Sighting Before, Sighting Between, Sighting After, bool IsImpossible)
{
    /// <summary>The day.</summary>
    public int Day => Between.Day;

    /// <summary>Whether it is the way there alone.</summary>
    public bool IsOneWay => After == Between;

    /// <summary>Slots from the first spot back to it, or to the other one.</summary>
    public int Slots => After.Slot - Before.Slot;

    /// <summary>Whether the inventory has the two in two rooms.</summary>
    public bool IsBetweenKnownRooms => Before.Device.Room is { } room && Between.Device.Room is { } other && !string.Equals(room, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The two devices in an order that does not depend on who came first.</summary>
    public (Timeline.SignInDevice, Timeline.SignInDevice) Pair => string.CompareOrdinal(Before.Device.Name, Between.Device.Name) <= 0
        ? (Before.Device, Between.Device)
        : (Between.Device, Before.Device);
}
