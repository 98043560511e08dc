using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Governance;

/// <summary>Says of every clause what stands behind it in this workspace, now.</summary>
public static class ControlReader
{
    /// <summary>All clauses, in the policy's order, with live evidence.</summary>
    public static IReadOnlyList<PolicyControl> Read(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Read(context, AuditVerifier.Verify(context.Store, expectedHead: null));
    }

    /// <summary>The same for whoever has proved the audit trail already: that takes a walk over all of it.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="proof">The trail's proof.</param>
    /// <param name="countsConcerns">Whether the evidence says how many safeguarding concerns there were, and when the last was: not for everybody.</param>
    public static IReadOnlyList<PolicyControl> Read(CommandContext context, AuditProof proof, bool countsConcerns = true)
    {
        ArgumentNullException.ThrowIfNull(context);
        var facts = new ControlFacts(context, proof) { CountsConcerns = countsConcerns };
        var zone = context.Workspace.Zone;
        return [.. ControlRules.All.Select(rule =>
        {
            var finding = rule.Find(facts);
            return new PolicyControl(
                rule.Clause,
                rule.Rule,
                finding.Status,
                finding.Evidence,
                finding.At is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null);
        })];
    }
}
