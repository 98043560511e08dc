using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>How a target stands: what <c>Get-SocialMediaBlock</c> gives.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Whether it holds what the facts decide now.</param>
/// <param name="Detail">What differs, or what the target can't express.</param>
/// <param name="LastPublished">When it was last published to, or null.</param>
/// <param name="LastProved">When it was last shown to hold, by probes or, in a tenant, by what the tenant showed; null: never. A group's members only exempt: theirs proves no block.</param>
/// <param name="NextRun">When it has to be published again by itself, or null.</param>
/// <param name="Path">Its file; null: it has none here.</param>
public sealed record BlockStatus(
    string Target,
    EnforcementTargetKind Kind,
    BlockState State,
    IReadOnlyList<string> Detail,
    DateTimeOffset? LastPublished,
    DateTimeOffset? LastProved,
    DateTimeOffset? NextRun,
    string? Path);

/// <summary>Whether a target holds what the facts decide.</summary>
public enum BlockState
{
    /// <summary>Its files are those that the facts give now.</summary>
    InStep,

    /// <summary>Its files differ from what the facts give now.</summary>
    Drifted,

    /// <summary>It was never published to.</summary>
    NotPublished,

    /// <summary>It is switched off in <c>policy.json</c>.</summary>
    Disabled,

    /// <summary>It can't be planned or read; the detail says why.</summary>
    Failed,
}
