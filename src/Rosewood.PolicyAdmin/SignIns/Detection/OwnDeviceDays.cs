namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>What a person's phone and laptop tell about the days on which the account was used at a room's computer.</summary>
/// <param name="Observations">One a day and kind, at the first use of that day.</param>
/// <param name="PhoneLocated">The days on which the phone told where it was: with the person or left at home. On others it says nothing.</param>
/// <param name="PhoneLeft">The days with the phone at home, the laptop in school or not.</param>
/// <param name="AbsentUsed">The days of use during a recorded absence, the laptop in school or not.</param>
/// <param name="LaptopShare">On what part of the other days the person's own laptop was in use in school, 0 to 1.</param>
internal sealed record OwnDeviceDays(
    IReadOnlyList<Observation> Observations,
    IReadOnlySet<int> PhoneLocated,
    IReadOnlySet<int> PhoneLeft,
    IReadOnlySet<int> AbsentUsed,
    double LaptopShare)
{
    /// <summary>Too little was seen to tell anything.</summary>
    public static OwnDeviceDays None { get; } = new([], new HashSet<int>(), new HashSet<int>(), new HashSet<int>(), 0);
}
