namespace Rosewood.PolicyAdmin.Workspace;

/// <summary>Terms, sessions and closures, in local wall-clock time.</summary>
/// <param name="Terms">Terms; first and last day inclusive.</param>
/// <param name="Sessions">Times when the school is in session, on these days of the week.</param>
/// <param name="Closures">Days inside terms without school, inclusive.</param>
public sealed record SchoolDayConfig(
    IReadOnlyList<TermConfig> Terms,
    IReadOnlyList<SessionConfig> Sessions,
    IReadOnlyList<ClosureConfig> Closures)
{
    /// <summary>Breaks and lunch that lie inside a session; taken out of it. What lies between two sessions needs no entry here.</summary>
    public IReadOnlyList<BreakConfig> Breaks { get; init; } = [];
}

/// <summary>A term.</summary>
/// <param name="Name">Such as <c>Autumn 2026</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record TermConfig(string Name, DateOnly From, DateOnly To);

/// <summary>A session, half-open; what lies between two sessions (breaks, lunch) is not in session.</summary>
/// <param name="Name">For people.</param>
/// <param name="Days">Days of the week.</param>
/// <param name="From">Begin, local time.</param>
/// <param name="Until">End, local time, no longer in session.</param>
public sealed record SessionConfig(string Name, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until);

/// <summary>A break or lunch inside a session, half-open.</summary>
/// <param name="Name">For people.</param>
/// <param name="Days">Days of the week.</param>
/// <param name="From">Begin, local time.</param>
/// <param name="Until">End, local time.</param>
public sealed record BreakConfig(string Name, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly Until);

/// <summary>Closed days.</summary>
/// <param name="Name">Such as <c>Half term</c>.</param>
/// <param name="From">First closed day.</param>
/// <param name="To">Last closed day, inclusive.</param>
public sealed record ClosureConfig(string Name, DateOnly From, DateOnly To);
