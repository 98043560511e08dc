using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;

/// <summary>Faults about a browser's profile in Intune.</summary>
internal static class IntuneFaults
{
    /// <summary>The tenant does not show what it was asked for, or the change broke off.</summary>
    public static Fault NotProved(string target, string why, bool putBack) => new(
        "IntuneProfileNotProved",
        FaultKind.Conflict,
        target,
        $"The profile in Intune was not brought in step: {why} "
        + (putBack ? "It is again as it was before. " : "It could not be put back as it was: Get-SocialMediaBlock shows how it stands. ")
        + "Publish again.");
}
