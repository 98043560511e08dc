namespace Rosewood.PolicyAdmin.Storage.Expiry;

/// <summary>What counts as expired in a run.</summary>
/// <param name="Cutoff">What was last used before this UTC tick.</param>
/// <param name="CountsCutoff">The same for counts without people.</param>
/// <param name="Zone">The school's zone, by which last days count.</param>
/// <param name="Held">What holds keep of the class.</param>
internal sealed record ExpiryScope(long Cutoff, long CountsCutoff, TimeZoneInfo Zone, IReadOnlyList<HeldSubject> Held);
