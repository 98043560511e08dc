namespace Rosewood.PolicyAdmin.Safeguarding;

/// <summary>What an update of the keys did.</summary>
/// <param name="Opened">Concerns that keys in use open now which did not before.</param>
/// <param name="AlreadyOpen">Concerns that were sealed as they should be.</param>
/// <param name="NotForKey">Concerns that the given key does not open; they stay as they are.</param>
/// <param name="Retired">Keys that were retired.</param>
public sealed record SafeguardingKeyUpdate(int Opened, int AlreadyOpen, int NotForKey, IReadOnlyList<string> Retired);
