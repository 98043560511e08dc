namespace Rosewood.Tenancy;

/// <summary>Which share (0 to 1) of the Graph requests meets which fault. The n-th request has the same lot for the same seed.</summary>
public sealed record FaultPlan
{
    /// <summary>No faults.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>The seed of the lots.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The shares; together at most 1.</summary>
    public IReadOnlyDictionary<FaultKind, double> Shares { get; init; } = new Dictionary<FaultKind, double>();

    /// <summary>The Retry-After of 429 and 503, seconds; null: none is sent.</summary>
    public int? RetryAfterSeconds { get; init; } = 1;

    /// <summary>How slow a slow answer is.</summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromMilliseconds(200);
}
