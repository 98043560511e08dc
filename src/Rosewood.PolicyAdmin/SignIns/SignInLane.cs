namespace Rosewood.PolicyAdmin.SignIns;

/// <summary>One device in one place on a day.</summary>
/// <param name="Device">The device.</param>
/// <param name="Place">Where it was, as far as the address tells.</param>
/// <param name="Marks">What happened, in order of time.</param>
public sealed record SignInLane(string Device, string Place, IReadOnlyList<SignInMark> Marks)
{
    /// <summary>In one line: device, place and marks.</summary>
    public override string ToString() => $"{Device} ({Place}) {string.Join(", ", Marks)}";
}
