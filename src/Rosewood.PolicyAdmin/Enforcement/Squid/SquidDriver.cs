using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>Under construction.</summary>
internal sealed class SquidDriver : IEnforcementDriver
{
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force) => throw new NotSupportedException();

    public Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) => throw new NotSupportedException();

    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) => throw new NotSupportedException();
}
