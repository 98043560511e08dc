namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One day of one account: a lane per device, as a person would draw it.</summary>
/// <param name="Date">The school's date.</param>
/// <param name="Lanes">The devices, in the order of first use.</param>
public sealed record SignInDay(DateOnly Date, IReadOnlyList<SignInLane> Lanes);
