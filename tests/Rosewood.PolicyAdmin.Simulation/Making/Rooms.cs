using System.Globalization;
using Rosewood.PolicyAdmin.Simulation.Model;

namespace Rosewood.PolicyAdmin.Simulation.Making;

/// <summary>The school's rooms.</summary>
internal static class Rooms
{
    public static Place Head { get; } = Room("Head's office");

    public static Place Deputy { get; } = Room("Deputy's office");

    public static Place Safeguarding { get; } = Room("Safeguarding office");

    public static Place Technicians { get; } = Room("IT office");

    public static Place Staff { get; } = Room("Staff room");

    public static Place Meeting { get; } = Room("Meeting room");

    public static Place Hall { get; } = Room("Hall");

    public static Place Suite { get; } = Room("ICT suite");

    /// <summary>Another school of the trust.</summary>
    public static Place OtherSite { get; } = new("Elmhurst School", PlaceKind.OtherSite);

    public static Place Class(int number) => Room(string.Create(CultureInfo.InvariantCulture, $"Room {number}"));

    public static Place Leader(int number) => Room(string.Create(CultureInfo.InvariantCulture, $"Leaders' office {number}"));

    /// <summary>Offices hold one desk each: two clerks are never in the same room.</summary>
    public static Place Office(int number) => Room(string.Create(CultureInfo.InvariantCulture, $"Office {number}"));

    private static Place Room(string name) => new(name, PlaceKind.Room);
}
