namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>A publication as it was recorded.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="At">When its files were swapped in.</param>
/// <param name="ProvedAt">When it was shown to hold, by probes or by what the tenant showed; null: nothing could be probed, or nobody gets it yet.</param>
/// <param name="NextRun">When it has to be published again; null: never by itself.</param>
/// <param name="Forced">Whether openings that let others in were made.</param>
/// <param name="Digest">SHA-256 of what was written, hexadecimal.</param>
internal sealed record Publication(string Target, DateTimeOffset At, DateTimeOffset? ProvedAt, DateTimeOffset? NextRun, bool Forced, string Digest);
