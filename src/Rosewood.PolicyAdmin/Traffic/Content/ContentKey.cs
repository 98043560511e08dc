using Rosewood.PolicyAdmin.Incidents;

namespace Rosewood.PolicyAdmin.Traffic.Content;

/// <summary>Who met content of what type, in ten minutes of a log.</summary>
/// <param name="Slot">Ten minutes since 1970 UTC, see <see cref="CoverageSlot"/>.</param>
/// <param name="User">The user in normal form, or null.</param>
/// <param name="Address">The client's address in canonical form, or null.</param>
/// <param name="DeviceText">The device as the log calls it, or null.</param>
/// <param name="Type">The policy's type.</param>
/// <param name="Category">The filter's category, as written.</param>
/// <param name="Host">Where; null for material whose address is withheld, which is not kept at all.</param>
internal readonly record struct ContentKey(int Slot, string? User, string? Address, string? DeviceText, IncidentType Type, string Category, string? Host);

/// <summary>What was counted of it.</summary>
internal struct ContentCounts
{
    /// <summary>The first line's time, seconds since 1970 UTC.</summary>
    public long FirstSeconds;

    /// <summary>The last line's.</summary>
    public long LastSeconds;

    /// <summary>Lines of what the filter let through.</summary>
    public long Allowed;

    /// <summary>Lines of what it refused.</summary>
    public long Blocked;

    /// <summary>Counts a line.</summary>
    public void Add(long seconds, bool blocked)
    {
        FirstSeconds = FirstSeconds == 0 ? seconds : Math.Min(FirstSeconds, seconds);
        LastSeconds = Math.Max(LastSeconds, seconds);
        Allowed += blocked ? 0 : 1;
        Blocked += blocked ? 1 : 0;
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(in ContentCounts other)
    {
        FirstSeconds = FirstSeconds == 0 ? other.FirstSeconds : Math.Min(FirstSeconds, other.FirstSeconds);
        LastSeconds = Math.Max(LastSeconds, other.LastSeconds);
        Allowed += other.Allowed;
        Blocked += other.Blocked;
    }
}
