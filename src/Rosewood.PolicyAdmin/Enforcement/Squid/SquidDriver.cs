using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Squid;

/// <summary>Squid: the one target that knows the person, the device and the host of each request.</summary>
internal sealed class SquidDriver : IEnforcementDriver
{
    /// <inheritdoc/>
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Format == EnforcementFormat.Static ? SquidStatic.Plan(target, facts) : SquidLive.Plan(target, facts);
    }

    /// <inheritdoc/>
    public Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken) =>
        SquidCheck.RunAsync(target, plan, stagedEntry, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) => SquidProbes.For(target, facts, scope);

    /// <inheritdoc/>
    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) =>
        SquidProbes.RunAsync(target, probe, cancellationToken);
}
