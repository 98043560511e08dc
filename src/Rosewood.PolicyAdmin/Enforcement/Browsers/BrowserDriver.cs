using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers;

/// <summary>Policies of managed browsers: they show the administrator's block also where a proxy could only refuse a tunnel without a page.</summary>
internal sealed class BrowserDriver : IEnforcementDriver
{
    /// <inheritdoc/>
    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force)
    {
        ArgumentNullException.ThrowIfNull(target);
        var access = BrowserAccess.Of(target, facts, force);
        var hosts = BrowserHosts.Of(facts, access.Services);
        var path = target.InTenant ? IntuneFile.NameOf(target) : TargetPath.Of(target, facts.Paths, PolicyFile.ExtensionOf(target));
        var notes = access.Notes.Concat(hosts.Notes).Concat(BrowserPolicy.Notes(target.Format, hosts.Rules));
        if (target is { Format: EnforcementFormat.Firefox, Platform: BrowserPlatform.Windows or BrowserPlatform.Intune })
        {
            notes = notes.Append($"Preferences is one value and replaces what a machine has there: put your own preferences and {BrowserPolicy.Http3} into one.");
        }

        return new TargetPlan(new PlannedFile(path, PolicyFile.Write(target, BrowserPolicy.Of(target.Format, hosts.Rules))))
        {
            IsRemote = target.InTenant,
            StagingFolder = !target.InTenant && ManagedFolder.ReadsAll(target, path) && Path.GetDirectoryName(path) is { } folder ? Path.Combine(folder, ".staged") : null,
            OverriddenBy = target.InTenant ? [] : [.. ManagedFolder.Rivals(target, path).Where(r => ManagedFolder.Counts(r, path))],
            Openings = access.Openings,
            Widenings = access.Widenings,
            Notes = [.. notes],
            NextChange = target.People.Count > 0 || force ? facts.NextChange() : null,
        };
    }

    /// <inheritdoc/>
    public Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken) =>
        BrowserCheck.RunAsync(target, plan, stagedEntry, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) => BrowserProbes.For(target, facts, scope);

    /// <inheritdoc/>
    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) =>
        BrowserProbes.RunAsync(target, probe, cancellationToken);
}
