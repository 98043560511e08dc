using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Groups;

/// <summary>
/// The members of the group that a firewall's rule exempts, as a file that is applied to the directory by a task or by hand, or through
/// Microsoft Graph (<see cref="Entra.EntraPublisher"/>). A group has no clock: membership begins and ends when the file is published and applied.
/// </summary>
internal sealed class GroupDriver : IEnforcementDriver
{
    /// <inheritdoc/>
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        ArgumentNullException.ThrowIfNull(target);
        GroupFaults.RefuseIncomplete(target);
        var members = GroupMembers.Of(target, facts, force);
        if (target.Format == EnforcementFormat.EntraId)
        {
            return new TargetPlan(new PlannedFile($"group {target.GroupId} in Entra ID", GroupFile.Write(target, members.Entries)))
            {
                IsRemote = true,
                Openings = members.Openings,
                Widenings = members.Widenings,
                Notes = members.Notes,
                NextChange = facts.NextChange(),
            };
        }

        var next = target.ReloadCommand.Count == 0
            ? "Writing the list changes no group yet: have it applied by a task, as docs/targets/groups.md shows."
            : "When the reloadCommand fails, the old list is put back and applied again, and memberships that had ended come back with it. Apply the list by a task instead, as docs/targets/groups.md shows.";
        return new TargetPlan(new PlannedFile(TargetPath.Of(target, facts.Paths, GroupFile.ExtensionOf(target.Format)), GroupFile.Write(target, members.Entries)))
        {
            Openings = members.Openings,
            Widenings = members.Widenings,
            Notes = [.. members.Notes, next],
            NextChange = facts.NextChange(),
        };
    }

    /// <inheritdoc/>
    public async Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        try
        {
            GroupFile.Read(target, await File.ReadAllBytesAsync(stagedEntry, cancellationToken).ConfigureAwait(false));
            return null;
        }
        catch (FormatException e)
        {
            throw EnforcementFaults.CheckFailed(target.Name, "Reading the list again", $"{e.Message}.").ToException();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope)
    {
        GroupFaults.RefuseIncomplete(target);
        if (target.Format == EnforcementFormat.EntraId)
        {
            scope.WhyNot = "Membership is felt at the firewall, not here. Publishing reads the members back, and Get-SocialMediaBlock compares them; see that the firewall shows the group for a member who is signed in.";
            return [];
        }

        scope.WhyNot = $"Membership is felt at the firewall, not here. Compare the group's members in the directory with {TargetPath.Of(target, facts.Paths, GroupFile.ExtensionOf(target.Format))}, see that the firewall shows the group for a member who is signed in, then open a blocked site as a member and as somebody else.";
        return [];
    }

    /// <inheritdoc/>
    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) =>
        Task.FromResult(new ProbeFinding(Allowed: null, "a group can't be asked"));
}
