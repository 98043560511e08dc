using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>Faults about groups in Entra ID.</summary>
internal static class EntraFaults
{
    /// <summary>The group did not come to hold what was asked of it.</summary>
    public static Fault NotProved(string target, IReadOnlyList<string> missing, string? refusal, bool putBack) => new(
        "GroupProofFailed",
        FaultKind.Conflict,
        target,
        $"The tenant does not show what it was asked for: {string.Join("; ", missing)}. "
        + (refusal is null ? "" : $"It said: {refusal} ")
        + (putBack ? "Everyone who was added by this run was taken out again; whoever was taken out stays out. " : "Not everyone who was added could be taken out again. ")
        + "See that the group is an assigned one, not dynamic or synchronised from Active Directory; then publish again.");

    /// <summary>The change broke off.</summary>
    public static Fault BrokeOff(string target, string cause, bool putBack) => new(
        "GroupChangeBrokeOff",
        FaultKind.Unavailable,
        target,
        $"The group was not brought in step. {cause} "
        + (putBack
            ? "Everyone who was added by this run was taken out again; whoever was taken out stays out. Publish again."
            : "Who was added by this run may still be a member: Get-SocialMediaBlock shows it. Publish again."));

    /// <summary>A timer must not do what can't be undone.</summary>
    public static Fault OnboardingNotAsked(string target) => new(
        "GroupOnboardingNotAsked",
        FaultKind.NotAuthorised,
        target,
        $"The first membership with an end brings the group of '{target}' under Privileged Identity Management, which can't be undone, and no person has agreed to that yet. Run Publish-SocialMediaBlock -Target '{target}' once by hand; timers go on from there.");

    /// <summary>The group's own rules in Privileged Identity Management refuse the membership.</summary>
    public static Fault RulesRefuse(string target, string words) => new(
        "GroupRulesRefuse",
        FaultKind.Conflict,
        target,
        $"The group's settings in Privileged Identity Management refuse the membership: {words} Allow active assignments as long as the grants in the Entra admin centre (Identity Governance, Privileged Identity Management, Groups, Settings, Member), grant for a shorter time, or take timeBound out of the target.");
}
