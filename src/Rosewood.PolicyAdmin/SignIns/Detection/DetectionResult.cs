namespace Rosewood.PolicyAdmin.SignIns.Detection;

/// <summary>What a detection came to.</summary>
/// <param name="Findings">Shared and possible logins, the likeliest first.</param>
/// <param name="Declared">Accounts that are shared by declaration and were seen; not judged.</param>
/// <param name="Judged">How many accounts were judged.</param>
/// <param name="Dismissed">How many findings a person's dismissal held back.</param>
internal sealed record DetectionResult(IReadOnlyList<SharedCredentialUse> Findings, IReadOnlyList<string> Declared, int Judged, int Dismissed);
