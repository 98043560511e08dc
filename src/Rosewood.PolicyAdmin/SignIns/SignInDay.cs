using System.Globalization;

namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One day of one account: a lane per device, as a person would draw it.</summary>
/// <param name="Date">The school's date.</param>
/// <param name="Lanes">The devices, in the order of first use.</param>
public sealed record SignInDay(DateOnly Date, IReadOnlyList<SignInLane> Lanes)
{
    /// <summary>In one line, such as <c>Tue 3 Nov 2026 | R7-PC (school) 08:31, 08:44* | OFFICE-02 (school) 08:40*</c>; a star stands at what is evidence.</summary>
    public override string ToString() =>
        string.Join(" | ", Lanes.Select(static l => l.ToString()).Prepend(Date.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)));
}
