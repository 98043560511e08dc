using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What files of sign-ins leave open.</summary>
/// <param name="Zone">The zone of times that are written without one.</param>
/// <param name="DayFirst">Whether 01/02/2026 is in February; null: not known, so that the file itself has to prove it.</param>
internal sealed record SignInReadOptions(TimeZoneInfo Zone, bool? DayFirst = null)
{
    /// <summary>How many bytes are read at once, 1 to <see cref="TextWindow.Most"/>; what is read does not depend on it.</summary>
    public int BlockSize { get; init; } = 256 * 1024;
}
