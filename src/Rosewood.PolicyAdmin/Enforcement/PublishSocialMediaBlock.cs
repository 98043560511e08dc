using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;
using Rosewood.PolicyAdmin.Enforcement.Groups.Entra;
using Rosewood.PolicyAdmin.Enforcement.Probing;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Enforcement.Snapshot;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement;

/// <summary>
/// Brings the block's targets to what the facts decide now: computes the difference, writes it whole or not at all, makes the target read
/// it, proves it, records it; and puts the old state back when the proof fails. With -WhatIf it shows the difference, and the console's
/// exit code is 3 when there is one.
/// </summary>
/// <example><code>Publish-SocialMediaBlock -WhatIf</code>What would change, on every target.</example>
/// <example><code>Publish-SocialMediaBlock -Target proxy</code>One target.</example>
/// <example><code>Publish-SocialMediaBlock -Due</code>What a timer runs: only targets that were published before and have to change since.</example>
public sealed class PublishSocialMediaBlock : PolicyRequest
{
    /// <summary>Targets by name. Default: all that are enabled.</summary>
    public string[] Target { get; set; } = [];

    /// <summary>Makes openings that let others in too, where a target knows addresses and machines only. Without it they are left out, and a warning says whose they are. Takes members out of a group in Entra ID whom nobody granted.</summary>
    public bool Force { get; set; }

    /// <summary>Only targets that were published before and hold no longer what the facts decide: a grant began or ended, a bell rang.</summary>
    public bool Due { get; set; }
}

internal sealed class PublishSocialMediaBlockHandler : CommandHandler<PublishSocialMediaBlock>
{
    public override async Task HandleAsync(PublishSocialMediaBlock request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        using var held = await PublishLock.TakeAsync(context.Workspace.Paths.PublishLock, cancellationToken);
        var targets = TargetWork.Choose(context.Config, request.Target);
        if (targets.Count == 0)
        {
            sink.Warn("policy.json names no target, so nothing is blocked by this program. Add the proxy, resolver or browsers under enforcement.targets.");
        }

        foreach (var target in targets.Where(t => t.Enabled || request.Target.Length > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await PublishAsync(target, request, context, sink, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException && ((e as FaultException)?.Fault ?? CommandFaults.From(e)) is { } fault)
            {
                // One target that fails does not keep the next from being closed.
                sink.Report(fault);
            }
        }
    }

    private static async Task PublishAsync(EnforcementTargetConfig target, PublishSocialMediaBlock request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        var facts = EnforcementFacts.Load(context) with { At = context.Clock.GetUtcNow() };
        var work = TargetWork.Of(target, facts, context, request.Due ? null : request.Force);
        if (work.Plan.IsRemote)
        {
            await PublishRemoteAsync(work, facts, request, context, sink, cancellationToken);
            return;
        }

        var changes = PlanOnDisk.Differences(work.Plan);
        var isDue = changes.Count > 0 || work.IsUnfinished || work.Last?.NextRun <= facts.At;
        if (request.Due && (work.Last is null || !isDue))
        {
            return;
        }

        LeftOutOpenings.Tell(work, facts, context, sink);

        if (!isDue)
        {
            var isProved = context.Store.Enforcement.LastProved(target.Name) >= work.Last?.At;
            sink.Write(PublicationRecord.View(work, facts, context, PublicationOutcome.Unchanged, changes, [], isProved
                ? "Not probed again: nothing changed. Test-SocialMediaBlock does."
                : "Nothing changed, and since it was written nothing has proved that it holds. Test-SocialMediaBlock does."));
            return;
        }

        if (!sink.ShouldProcess(target.Name, changes.Count == 0 ? "Have the target read its files again, prove them and record that" : $"Publish the block: {string.Join("; ", changes)}"))
        {
            return;
        }

        var answers = new List<ProbeAnswer>();
        var scope = new ProbeScope();
        var unchecked_ = await new TargetPublisher(work.Driver, target).PublishAsync(work.Plan, WriteSnapshot, ProveAsync, cancellationToken);
        var proved = answers.Count > 0 && answers.All(static a => a.Outcome == BlockTestOutcome.Passed);
        PublicationRecord.Add(work, context, proved);
        sink.Write(PublicationRecord.View(work, facts, context, proved ? PublicationOutcome.Proved : PublicationOutcome.Written, changes, unchecked_ is null ? [] : [unchecked_], ProofWords(answers, scope)));
        PublicationRecord.TellNextRun(work, context, sink, cancellationToken);

        void WriteSnapshot()
        {
            if (AccessSnapshot.IsLive(target))
            {
                AccessSnapshot.Write(context, target);
            }
        }

        async Task ProveAsync(CancellationToken token)
        {
            var probes = work.Driver.Probes(target, facts, scope);
            answers.AddRange(await BlockProver.RunUntilSettledAsync(work.Driver, target, probes, token));
            var wrong = answers.Where(static a => a.Outcome == BlockTestOutcome.Failed).Select(static a => a.Sentence).ToList();
            if (wrong.Count > 0)
            {
                throw PublishingFaults.ProofFailed(target.Name, wrong).ToException();
            }
        }
    }

    private static async Task PublishRemoteAsync(TargetWork work, EnforcementFacts facts, PublishSocialMediaBlock request, CommandContext context, ICommandSink sink, CancellationToken cancellationToken)
    {
        if (request.Due && work.Last is null)
        {
            return;
        }

        if (work.Target.InTenant)
        {
            await new IntunePublisher(work, facts, context, sink).PublishAsync(request.Due, cancellationToken);
            return;
        }

        await new EntraPublisher(work, facts, context, sink).PublishAsync(request.Force, request.Due, cancellationToken);
    }

    private static string ProofWords(List<ProbeAnswer> answers, ProbeScope scope)
    {
        if (answers.Count == 0)
        {
            return scope.WhyNot ?? "Nothing could be probed from here.";
        }

        var open = answers.Where(static a => a.Outcome == BlockTestOutcome.NotTested).Select(static a => a.Sentence).ToList();
        return open.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{answers.Count} probes found what the decision says.")
            : string.Create(CultureInfo.InvariantCulture, $"{answers.Count - open.Count} of {answers.Count} probes found what the decision says; not found out: {string.Join(' ', open)}");
    }
}
