using System.Diagnostics.CodeAnalysis;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Finds a time zone by its IANA id, also on Windows without ICU, where only the system's own ids are known.</summary>
public static class SchoolZone
{
    /// <summary>The zone; false where the system does not know it.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out zone)
        || (WindowsId(id) is { } windowsId && TimeZoneInfo.TryFindSystemTimeZoneById(windowsId, out zone));

    /// <summary>The zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">The system does not know it.</exception>
    public static TimeZoneInfo Find(string id) =>
        TryFind(id, out var zone) ? zone : throw new TimeZoneNotFoundException(id);

    private static string? WindowsId(string id) => id switch
    {
        "Europe/London" or "Europe/Jersey" or "Europe/Guernsey" or "Europe/Isle_of_Man" or "Europe/Belfast" or "Europe/Dublin" or "Europe/Lisbon" => "GMT Standard Time",
        "Europe/Gibraltar" or "Europe/Paris" or "Europe/Madrid" or "Europe/Brussels" => "Romance Standard Time",
        "Europe/Berlin" or "Europe/Amsterdam" or "Europe/Rome" or "Europe/Vienna" or "Europe/Zurich" or "Europe/Malta" => "W. Europe Standard Time",
        "Asia/Nicosia" => "GTB Standard Time",
        "Etc/UTC" => "UTC",
        _ => null,
    };
}
