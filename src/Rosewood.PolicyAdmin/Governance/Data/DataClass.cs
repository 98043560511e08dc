using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Governance.Data;

/// <summary>A class of data: what it is, why it is there, whose it is, how long it stays, and who reads it.</summary>
public sealed record DataClass
{
    /// <summary>Its name.</summary>
    public required DataClassName Name { get; init; }

    /// <summary>What is held.</summary>
    public required string What { get; init; }

    /// <summary>The clause of the policy that it serves.</summary>
    public required string Clause { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public required string Purpose { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Whose data; empty: nobody's.</summary>
    public IReadOnlyList<DataSubject> Subjects { get; init; } = [];

    /// <summary>Tables of the store.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Files and folders, as paths within the workspace.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The commands that show it.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>The key within <c>retention</c> of <c>policy.json</c>; null where it stays for as long as it is in use.</summary>
    public string? RetentionKey { get; init; }

    /// <summary>From when the time counts, or why there is no time.</summary>
    public required string CountedFrom { get; init; }

    /// <summary>The time as configured; null where there is none.</summary>
    internal Func<RetentionConfig, TimeSpan>? Kept { get; init; }
}
