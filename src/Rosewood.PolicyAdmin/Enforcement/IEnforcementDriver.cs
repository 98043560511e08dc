using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>What a kind of target knows: how it is planned, checked, made to read its files, and probed. Stateless.</summary>
internal interface IEnforcementDriver
{
    /// <summary>What the target should hold. Pure: the same target and facts give the same bytes.</summary>
    /// <param name="target">The target.</param>
    /// <param name="facts">The facts and the instant.</param>
    /// <param name="force">Whether openings that let others in are made too.</param>
    TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force);

    /// <summary>
    /// Checks a plan before it counts, with the target's own checker where it is installed. The parts are on disk already; the entry
    /// lies at <paramref name="stagedEntry"/>, beside its final place.
    /// </summary>
    /// <returns>What could not be checked, in a sentence, or null.</returns>
    /// <exception cref="Commands.FaultException"><c>TargetCheckFailed</c>, with the checker's words.</exception>
    Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken);

    /// <summary>The probes that show whether the target does what the facts decide, with what each has to find.</summary>
    /// <param name="target">The target.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="scope">Whom and what to try.</param>
    /// <returns>Empty where nothing can be tried from this machine; <paramref name="scope"/> then says why.</returns>
    IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope);

    /// <summary>Makes one probe. Never throws for what it finds: a refused connection is a finding.</summary>
    Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken);
}
