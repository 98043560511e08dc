using Rosewood.PolicyAdmin.Devices;

namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>What <c>policy.json</c> says, read and checked. The JSON Schema beside it covers the same.</summary>
public sealed record PolicyConfig
{
    /// <summary>The school.</summary>
    public required SchoolConfig School { get; init; }

    /// <summary>The school day.</summary>
    public required SchoolDayConfig SchoolDay { get; init; }

    /// <summary>Networks: CIDR and class; the longest match counts.</summary>
    public IReadOnlyList<NetworkConfig> Networks { get; init; } = [];

    /// <summary>Grants: defaults and limits.</summary>
    public AccessConfig Access { get; init; } = new();
}

/// <summary>The school itself.</summary>
/// <param name="Name">Its name as reports print it.</param>
/// <param name="MailDomains">Its own mail domains; never social media.</param>
/// <param name="OwnHosts">Hosts of its own services (mail, Teams, Teachers to Parents) that are never in scope.</param>
/// <param name="TimeZone">IANA id; local times are in it.</param>
public sealed record SchoolConfig(string Name, IReadOnlyList<string> MailDomains, IReadOnlyList<string> OwnHosts, string TimeZone = "Europe/London");

/// <summary>Terms, sessions and closures, in local wall-clock time.</summary>
/// <param name="Terms">Terms; first and last day inclusive.</param>
/// <param name="Sessions">Times when the school is in session, on these days of the week.</param>
/// <param name="Closures">Days inside terms without school, inclusive.</param>
public sealed record SchoolDayConfig(
    IReadOnlyList<TermConfig> Terms,
    IReadOnlyList<SessionConfig> Sessions,
    IReadOnlyList<ClosureConfig> Closures);

/// <summary>A term.</summary>
public sealed record TermConfig(string Name, DateOnly From, DateOnly To);

/// <summary>A session, half-open; what lies between two sessions (breaks, lunch) is not in session.</summary>
public sealed record SessionConfig(string Name, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until);

/// <summary>Closed days.</summary>
public sealed record ClosureConfig(string Name, DateOnly From, DateOnly To);

/// <summary>A network.</summary>
/// <param name="Cidr">Such as <c>10.20.0.0/16</c> or <c>2001:db8::/48</c>.</param>
/// <param name="Class">Whose devices are in it.</param>
/// <param name="Name">For people.</param>
public sealed record NetworkConfig(string Cidr, DeviceClass Class, string? Name);

/// <summary>Grant defaults and limits.</summary>
public sealed record AccessConfig
{
    /// <summary>A grant's length when none is given.</summary>
    public TimeSpan DefaultDuration { get; init; } = TimeSpan.FromDays(28);

    /// <summary>The longest grant.</summary>
    public TimeSpan LongestDuration { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Whether USE-3's standing authorisation holds.</summary>
    public bool StandingAuthorisation { get; init; } = true;

    /// <summary>Whether a grant counts only once its authoriser has confirmed it.</summary>
    public bool RequireConfirmation { get; init; }
}
