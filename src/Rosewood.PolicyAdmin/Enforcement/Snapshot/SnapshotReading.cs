namespace Rosewood.PolicyAdmin.Enforcement.Snapshot;

/// <summary>What came of reading a snapshot: its facts, or why there are none.</summary>
/// <param name="Header">Its header, where it could be read.</param>
/// <param name="Facts">Its facts; null when there is a problem.</param>
/// <param name="Problem">Why it can't be gone by; null when there is no problem.</param>
/// <param name="Detail">What was found in particular, for the person who mends it; null where the problem says all.</param>
internal sealed record SnapshotReading(SnapshotHeader? Header, SnapshotFacts? Facts, SnapshotProblem? Problem, string? Detail)
{
    /// <summary>One that can't be gone by.</summary>
    public static SnapshotReading Not(SnapshotProblem problem, string? detail = null, SnapshotHeader? header = null) => new(header, Facts: null, problem, detail);
}
