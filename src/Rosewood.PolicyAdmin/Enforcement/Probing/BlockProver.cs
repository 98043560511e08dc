using System.Diagnostics;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Probing;

/// <summary>Makes a target's probes and compares what they find with the decision.</summary>
internal static class BlockProver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Each probe once.</summary>
    public static async Task<IReadOnlyList<ProbeAnswer>> RunAsync(IEnforcementDriver driver, EnforcementTargetConfig target, IReadOnlyList<Probe> probes, CancellationToken cancellationToken)
    {
        var answers = new List<ProbeAnswer>();
        foreach (var probe in probes)
        {
            answers.Add(new(probe, await driver.ProbeAsync(target, probe, cancellationToken).ConfigureAwait(false)));
        }

        return answers;
    }

    /// <summary>The same after a reload, which takes a moment to be felt: all of them again until all are as decided in one round, for ten seconds.</summary>
    public static async Task<IReadOnlyList<ProbeAnswer>> RunUntilSettledAsync(IEnforcementDriver driver, EnforcementTargetConfig target, IReadOnlyList<Probe> probes, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var answers = await RunAsync(driver, target, probes, cancellationToken).ConfigureAwait(false);
            if (Stopwatch.GetElapsedTime(since) > Patience || answers.All(static a => a.Outcome == BlockTestOutcome.Passed))
            {
                return answers;
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>A probe with what it found.</summary>
internal sealed record ProbeAnswer(Probe Probe, ProbeFinding Finding)
{
    /// <summary>Whether it is as decided.</summary>
    public BlockTestOutcome Outcome => Finding.Allowed is not { } allowed ? BlockTestOutcome.NotTested
        : allowed == Probe.ExpectAllowed ? BlockTestOutcome.Passed
        : BlockTestOutcome.Failed;

    /// <summary>What was expected, in words.</summary>
    public string Expected => $"{(Probe.ExpectAllowed ? "Allowed" : "Blocked")}: {Probe.Reason}";

    /// <summary>The whole in a sentence.</summary>
    public string Sentence => $"{Probe.Host} was to be {(Probe.ExpectAllowed ? "allowed" : "blocked")}; found: {Finding.Result}.";
}
