using System.Globalization;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph.Profiles;

/// <summary>Faults about configuration profiles.</summary>
internal static class ProfileFaults
{
    /// <summary>Which of several profiles is meant can't be told.</summary>
    public static Fault Ambiguous(string name, int count) => new(
        "IntuneProfileAmbiguous",
        FaultKind.Conflict,
        name,
        string.Create(CultureInfo.InvariantCulture, $"{count} profiles in Intune are called '{name}'. Rename or delete all but the one that is assigned (Intune admin centre, Devices, Configuration); then publish again."));
}
