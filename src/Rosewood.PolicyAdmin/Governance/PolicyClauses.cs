namespace Rosewood.PolicyAdmin.Governance;

/// <summary>The clauses of the policy with their rules in short, as help and pages name them.</summary>
public static class PolicyClauses
{
    /// <summary>A clause's rule in short, without a full stop; null where the policy has no such clause.</summary>
    public static string? RuleOf(string clause) =>
        ControlRules.All.FirstOrDefault(r => string.Equals(r.Clause, clause, StringComparison.Ordinal))?.Rule;
}
