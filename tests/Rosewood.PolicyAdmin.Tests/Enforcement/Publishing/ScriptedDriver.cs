using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Tests.Enforcement.Publishing;

/// <summary>A driver whose check does what a test says; its entry refers to its part by name, as real ones do.</summary>
internal sealed class ScriptedDriver : IEnforcementDriver
{
    public Fault? CheckFault { get; init; }

    public static TargetPlan PlanOf(string folder, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var part = Path.Combine(folder, "parts", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12] + ".txt");
        return new TargetPlan(new PlannedFile(Path.Combine(folder, "entry.conf"), Encoding.UTF8.GetBytes($"include {part}\n")))
        {
            Parts = [new PlannedFile(part, bytes)],
            PartsFolder = Path.Combine(folder, "parts"),
        };
    }

    /// <summary>What someone who reads the target sees: the content behind its entry; null where there is no entry.</summary>
    public static string? Seen(string folder)
    {
        var entry = Path.Combine(folder, "entry.conf");
        return File.Exists(entry) ? File.ReadAllText(File.ReadAllText(entry)["include ".Length..].TrimEnd('\n')) : null;
    }

    public TargetPlan Plan(EnforcementTargetConfig target, EnforcementFacts facts, bool force) => PlanOf(target.Path!, "planned");

    public Task<string?> CheckAsync(EnforcementTargetConfig target, TargetPlan plan, string stagedEntry, CancellationToken cancellationToken) =>
        CheckFault is { } fault ? throw fault.ToException() : Task.FromResult<string?>(null);

    public IReadOnlyList<Probe> Probes(EnforcementTargetConfig target, EnforcementFacts facts, ProbeScope scope) => [];

    public Task<ProbeFinding> ProbeAsync(EnforcementTargetConfig target, Probe probe, CancellationToken cancellationToken) => Task.FromResult(new ProbeFinding(Allowed: null, "none"));
}
