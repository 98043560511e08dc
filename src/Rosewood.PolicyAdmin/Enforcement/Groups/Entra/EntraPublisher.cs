using System.Globalization;
using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Graph.Groups;

namespace Rosewood.PolicyAdmin.Enforcement.Groups.Entra;

/// <summary>
/// Brings a group in Entra ID to the members that the facts give: closes first, opens then, reads the members back until the tenant shows
/// them, and takes out again whom it added when it does not. Whoever was taken out stays out: a failed publication opens nothing.
/// </summary>
/// <param name="work">The target.</param>
/// <param name="facts">The facts.</param>
/// <param name="context">The command's context.</param>
/// <param name="sink">Where results go.</param>
internal sealed class EntraPublisher(TargetWork work, EnforcementFacts facts, CommandContext context, ICommandSink sink)
{
    private static readonly TimeSpan TakeOutLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private readonly Guid _id = work.Target.GroupId!.Value;
    private readonly string _name = work.Target.Name;

    /// <summary>Publishes.</summary>
    /// <param name="force">Whether members whom nobody granted are taken out.</param>
    /// <param name="isDue">Whether a timer asks, with nobody there to agree to what can't be undone.</param>
    /// <param name="cancellationToken">Ends it; who was added by then is taken out again.</param>
    /// <exception cref="FaultException">What failed.</exception>
    public async Task PublishAsync(bool force, bool isDue, CancellationToken cancellationToken)
    {
        using var group = await EntraGroup.OpenAsync(context, sink, _id, cancellationToken).ConfigureAwait(false);
        var comparison = await EntraComparison.ReadAsync(group, work, facts, context, force, cancellationToken).ConfigureAwait(false);
        var plan = comparison.Plan;
        foreach (var warning in plan.Unknown.Select(EntraComparison.Unknown).Concat(plan.Strangers.Select(m => EntraComparison.Stranger(_name, m) + " They stay a member until then.")))
        {
            sink.Warn(warning);
        }

        var isIdle = plan.Steps.Count == 0 && !work.IsUnfinished && !(work.Last?.NextRun <= facts.At);
        if (isIdle && isDue)
        {
            // A timer asks each minute; a line each minute would be read by nobody.
            return;
        }

        if (!isDue || plan.Steps.Count > 0)
        {
            LeftOutOpenings.Tell(work, facts, context, sink);
        }

        if (isIdle)
        {
            sink.Write(PublicationRecord.View(work, facts, context, PublicationOutcome.Unchanged, [], [], "The tenant shows the members as they should be."));
            return;
        }

        var onboards = plan.MakesEnds && comparison.Picture.Ends.Count == 0 && !context.Store.GroupMembers.IsOnboarded(_id);
        if (onboards && (isDue || context.Operator.IsService))
        {
            throw EntraFaults.OnboardingNotAsked(_name).ToException();
        }

        if (!sink.ShouldProcess(_name, Question(plan, onboards)))
        {
            return;
        }

        Begin(plan, comparison.WithEnds && plan.MakesEnds);
        await ApplyAsync(group, comparison, cancellationToken).ConfigureAwait(false);
        PublicationRecord.Add(work, context, proved: true, change => context.Store.GroupMembers.Replace(change, _id, plan.Granted));
        sink.Write(PublicationRecord.View(work, facts, context, PublicationOutcome.Proved, plan.Words, [], Proof(plan)));
        PublicationRecord.TellNextRun(work, context, sink, cancellationToken);
    }

    private static string Question(EntraPlan plan, bool onboards)
    {
        var what = plan.Steps.Count == 0 ? "Record that the group has the members that the facts give" : $"Change the group's members: {string.Join("; ", plan.Words)}";
        return onboards ? what + ". This brings the group under Privileged Identity Management, which can't be undone" : what;
    }

    private static string Proof(EntraPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"Read back from the tenant: {plan.Granted.Count} granted {(plan.Granted.Count == 1 ? "member" : "members")}, {plan.Steps.Count(static s => s.Kind == EntraStepKind.Remove)} taken out.");

    /// <summary>Takes note of whom the run adds before it asks for it, so that whoever is stopped in between knows them for its own.</summary>
    private void Begin(EntraPlan plan, bool makesEnds)
    {
        if (plan.Steps.Count == 0)
        {
            return;
        }

        using var change = context.BeginChange();
        context.Store.GroupMembers.Add(change, _id, plan.Granted);
        if (makesEnds)
        {
            context.Store.GroupMembers.Onboard(change, _id);
        }

        change.Audit(Clauses.SchoolDevices, $"target {_name}", before: null, plan.Steps.Select(static s => new { Step = s.Kind.ToString(), Member = s.Member.Id, s.Grants, s.Until }).ToList());
        change.Commit();
    }

    private async Task ApplyAsync(EntraGroup group, EntraComparison comparison, CancellationToken cancellationToken)
    {
        var added = new List<EntraStep>();
        var done = 0;
        try
        {
            foreach (var step in comparison.Plan.Steps)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (step.Kind == EntraStepKind.Add)
                {
                    added.Add(step);
                }

                await ApplyAsync(group, step, comparison.Picture, cancellationToken).ConfigureAwait(false);
                sink.Progress(new CommandProgress($"Changing the group of {_name}", ++done, comparison.Plan.Steps.Count, "", done == comparison.Plan.Steps.Count));
            }

            var missing = await ProveAsync(group, comparison, cancellationToken).ConfigureAwait(false);
            if (missing.Count > 0)
            {
                var refusal = group.LastRefusal;
                throw EntraFaults.NotProved(_name, missing, refusal, await TakeOutAsync(group, added).ConfigureAwait(false)).ToException();
            }
        }
        catch (FaultException e) when (e.Fault.Id is not "GroupProofFailed")
        {
            // What was surely refused needs no taking back, and would be refused that too.
            if (e.Fault.Id is not "GraphServiceDown" && done < comparison.Plan.Steps.Count)
            {
                added.Remove(comparison.Plan.Steps[done]);
            }

            var putBack = await TakeOutAsync(group, added).ConfigureAwait(false);
            if (done == 0 && putBack)
            {
                throw;
            }

            throw EntraFaults.BrokeOff(_name, e.Fault.Message, putBack).ToException(e);
        }
        catch (OperationCanceledException)
        {
            await TakeOutAsync(group, added).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task ApplyAsync(EntraGroup group, EntraStep step, EntraPicture picture, CancellationToken cancellationToken)
    {
        if (step.Kind is EntraStepKind.Remove or EntraStepKind.Convert)
        {
            await EndAsync(group, step.Member, picture.Ends.ContainsKey(step.Member.Id), cancellationToken).ConfigureAwait(false);
        }

        if (step.Kind == EntraStepKind.Remove)
        {
            return;
        }

        await (step.Until is { } until
            ? group.AssignAsync(step.Member, until, $"Granted: {step.Grants}", step.Kind == EntraStepKind.Extend, cancellationToken)
            : group.AddAsync(step.Member, cancellationToken)).ConfigureAwait(false);
    }

    private static Task EndAsync(EntraGroup group, EntraMember member, bool hasEnd, CancellationToken cancellationToken) =>
        hasEnd ? group.UnassignAsync(member, "The grant has ended.", cancellationToken) : group.RemoveAsync(member, cancellationToken);

    /// <summary>Reads the members until they are as planned; the directory shows a change late.</summary>
    /// <returns>What is still not as planned, in words.</returns>
    private Task<List<string>> ProveAsync(EntraGroup group, EntraComparison comparison, CancellationToken cancellationToken) => ReadBack.UntilAsync(
        context.Clock,
        async () =>
        {
            var picture = await group.ReadAsync(comparison.WithEnds, cancellationToken).ConfigureAwait(false);
            return comparison.Plan.Steps.Select(s => Missing(s, picture)).OfType<string>().ToList();
        },
        static missing => missing.Count == 0,
        FirstPause,
        LongestPause,
        cancellationToken);

    private static string? Missing(EntraStep step, EntraPicture picture) => step switch
    {
        { Kind: EntraStepKind.Remove } => picture.Has(step.Member.Id) ? $"{step.Member.Words} is still a member" : null,
        _ when !picture.Has(step.Member.Id) => $"{step.Member.Words} is no member",
        { Until: { } until } => picture.EndsAt(step.Member.Id, until) ? null : $"the membership of {step.Member.Words} has not the end it should have",
        _ => picture.Ends.ContainsKey(step.Member.Id) ? $"the membership of {step.Member.Words} still has an end" : null,
    };

    /// <summary>
    /// Takes out whom the run added, also after it was cancelled. It does not wait for a service that is down: whoever stays in is known as
    /// ours, and the next run takes them out.
    /// </summary>
    /// <returns>Whether the tenant took it for each.</returns>
    private async Task<bool> TakeOutAsync(EntraGroup group, List<EntraStep> added)
    {
        using var limit = new CancellationTokenSource(TakeOutLimit, context.Clock);
        var all = true;
        foreach (var step in added)
        {
            try
            {
                await EndAsync(group, step.Member, step.Until is not null, limit.Token).ConfigureAwait(false);
            }
            catch (FaultException e) when (e.Fault.Id is "GraphServiceDown" or "GraphUnreachable")
            {
                return false;
            }
            catch (FaultException)
            {
                all = false;
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                return false;
            }
        }

        return all;
    }
}
