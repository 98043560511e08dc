namespace Rosewood.PolicyAdmin.Workspace.Health;

/// <summary>One line of the health report.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Remedy">What to do about it; null when green.</param>
public sealed record HealthCheck(string Name, HealthStatus Status, string Detail, string? Remedy)
{
    internal static HealthCheck Good(string name, string detail) => new(name, HealthStatus.Green, detail, Remedy: null);

    internal static HealthCheck Weak(string name, string detail, string remedy) => new(name, HealthStatus.Amber, detail, remedy);

    internal static HealthCheck Bad(string name, string detail, string remedy) => new(name, HealthStatus.Red, detail, remedy);
}

/// <summary>How something is.</summary>
public enum HealthStatus
{
    /// <summary>As it should be.</summary>
    Green,

    /// <summary>Works, but needs attention.</summary>
    Amber,

    /// <summary>Does not work, or is not safe.</summary>
    Red,
}
