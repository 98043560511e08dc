namespace Rosewood.PolicyAdmin.Simulation.Model;

/// <summary>What sort of place it is.</summary>
public enum PlaceKind
{
    /// <summary>A room of the school.</summary>
    Room,

    /// <summary>A household.</summary>
    Home,

    /// <summary>Another school or the local authority.</summary>
    OtherSite,

    /// <summary>Out of doors, in shops, on the way: one such place for each person.</summary>
    Out,

    /// <summary>Another country.</summary>
    Abroad,
}

/// <summary>Somewhere a person can be; two people are together when their places are equal.</summary>
/// <param name="Name">The place's name, unique in the school.</param>
/// <param name="Kind">What sort of place it is.</param>
public sealed record Place(string Name, PlaceKind Kind)
{
    /// <summary>Whether it is inside the school.</summary>
    public bool IsInSchool => Kind == PlaceKind.Room;
}
