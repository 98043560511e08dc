using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Dns;

/// <summary>Resolvers: devices without a proxy are covered by the names that they ask for. Coarse: answers are kept, and only addresses are known.</summary>
internal sealed class DnsDriver : IEnforcementDriver
{
    /// <inheritdoc/>
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force) => target.Format switch
    {
        EnforcementFormat.Unbound => UnboundFiles.Plan(target, facts, force),
        EnforcementFormat.Bind => BindFiles.Plan(target, facts, force),
        EnforcementFormat.AdGuard => AdGuardFile.Plan(target, facts, force),
        _ => ListFiles.Plan(target, facts),
    };

    /// <inheritdoc/>
    public Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken) =>
        DnsCheck.RunAsync(target, plan, stagedEntry, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) => DnsProbes.For(target, facts, scope);

    /// <inheritdoc/>
    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) =>
        DnsProbes.RunAsync(target, probe, cancellationToken);
}
