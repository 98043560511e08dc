using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>This kind can be named in <c>policy.json</c>, but is not written yet: every use says so, and nothing is changed.</summary>
internal sealed class SquidDriver : IEnforcementDriver
{
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force) => throw EnforcementFaults.KindUnavailable(target).ToException();

    public Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken) => throw EnforcementFaults.KindUnavailable(target).ToException();

    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) => throw EnforcementFaults.KindUnavailable(target).ToException();

    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) => throw EnforcementFaults.KindUnavailable(target).ToException();
}
