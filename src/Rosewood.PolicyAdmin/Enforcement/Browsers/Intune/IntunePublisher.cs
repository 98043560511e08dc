using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Enforcement.Publishing;
using Rosewood.PolicyAdmin.Graph.Profiles;

namespace Rosewood.PolicyAdmin.Enforcement.Browsers.Intune;

/// <summary>
/// Brings a browser's profile in Intune to what the facts give: all settings in one request, read back until the tenant shows them, put back
/// when it does not. A new profile is assigned to nobody: to whose devices it goes is an administrator's decision, once.
/// </summary>
/// <param name="work">The target.</param>
/// <param name="facts">The facts.</param>
/// <param name="context">The command's context.</param>
/// <param name="sink">Where results go.</param>
internal sealed class IntunePublisher(TargetWork work, EnforcementFacts facts, CommandContext context, ICommandSink sink)
{
    private static readonly TimeSpan PutBackLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly string _name = work.Target.Name;

    /// <summary>Publishes.</summary>
    /// <param name="isDue">Whether a timer asks.</param>
    /// <param name="cancellationToken">Ends it; what was changed by then is put back.</param>
    /// <exception cref="FaultException">What failed.</exception>
    public async Task PublishAsync(bool isDue, CancellationToken cancellationToken)
    {
        using var profiles = await IntuneProfiles.OpenAsync(context, sink, cancellationToken).ConfigureAwait(false);
        var before = await IntuneComparison.ReadAsync(profiles, work, cancellationToken).ConfigureAwait(false);
        var isPlanned = before.Differences.Count == 0 && !work.IsUnfinished;

        // It waited for an administrator to assign it: from then on it blocks, and that is worth a record.
        var hasWaited = isPlanned && work.Last is { ProvedAt: null } && await IsAssignedAsync(profiles, before).ConfigureAwait(false);
        var isIdle = isPlanned && !hasWaited && !(work.Last?.NextRun <= facts.At);
        if (isIdle && isDue)
        {
            return;
        }

        LeftOutOpenings.Tell(work, facts, context, sink);
        if (isIdle)
        {
            TellAssignment(await IsAssignedAsync(profiles, before).ConfigureAwait(false));
            sink.Write(PublicationRecord.View(work, facts, context, PublicationOutcome.Unchanged, [], [], "The tenant shows the profile as it should be."));
            return;
        }

        if (!sink.ShouldProcess(_name, before.Differences.Count == 0 ? "Record that the profile in Intune is as the facts give" : $"Change the profile in Intune: {string.Join("; ", before.Differences)}"))
        {
            return;
        }

        var after = before.Differences.Count == 0 ? before : await ChangeAsync(profiles, before, cancellationToken).ConfigureAwait(false);
        var isAssigned = hasWaited || await IsAssignedAsync(profiles, after).ConfigureAwait(false);
        PublicationRecord.Add(work, context, proved: isAssigned);
        TellAssignment(isAssigned);
        var proof = string.Create(CultureInfo.InvariantCulture, $"Read back from the tenant: {after.Found!.Settings.Count} settings as planned{(isAssigned ? ", and assigned. When devices take them, Intune shows." : ", and assigned to nobody.")}");
        sink.Write(PublicationRecord.View(work, facts, context, isAssigned ? PublicationOutcome.Proved : PublicationOutcome.Written, before.Differences, [], proof));
        PublicationRecord.TellNextRun(work, context, sink, cancellationToken);

        Task<bool> IsAssignedAsync(IntuneProfiles asked, IntuneComparison comparison) => asked.IsAssignedAsync(comparison.Found!.Id, cancellationToken);
    }

    private void TellAssignment(bool isAssigned)
    {
        if (!isAssigned)
        {
            sink.Warn($"'{_name}': {IntuneStatus.Unassigned}");
        }
    }

    private async Task<IntuneComparison> ChangeAsync(IntuneProfiles profiles, IntuneComparison before, CancellationToken cancellationToken)
    {
        var why = "the tenant does not show what it was asked for.";
        FaultException? cause = null;
        try
        {
            // What is refused outright was not done, and is told as it is.
            await (before.Found is { } found
                ? profiles.UpdateAsync(found.Id, before.Wanted, cancellationToken)
                : profiles.CreateAsync(before.Wanted, cancellationToken)).ConfigureAwait(false);
        }
        catch (FaultException e) when (e.Fault.Id is "GraphServiceDown" or "GraphUnreachable")
        {
            // Perhaps only the answer was lost: what the tenant shows decides.
            (why, cause) = (e.Fault.Message, e);
        }

        try
        {
            var after = await ProveAsync(profiles, cancellationToken).ConfigureAwait(false);
            if (after.Differences.Count == 0)
            {
                return after;
            }
        }
        catch (FaultException e)
        {
            (why, cause) = (e.Fault.Message, e);
        }
        catch (OperationCanceledException)
        {
            await PutBackAsync(profiles, before).ConfigureAwait(false);
            throw;
        }

        var fault = IntuneFaults.NotProved(_name, why, await PutBackAsync(profiles, before).ConfigureAwait(false));
        throw cause is null ? fault.ToException() : fault.ToException(cause);
    }

    private Task<IntuneComparison> ProveAsync(IntuneProfiles profiles, CancellationToken cancellationToken) => ReadBack.UntilAsync(
        context.Clock,
        () => IntuneComparison.ReadAsync(profiles, work, cancellationToken),
        static comparison => comparison.Differences.Count == 0,
        Pause,
        Pause,
        cancellationToken);

    /// <summary>Makes it as it was: the old settings, or no profile.</summary>
    private async Task<bool> PutBackAsync(IntuneProfiles profiles, IntuneComparison before)
    {
        using var limit = new CancellationTokenSource(PutBackLimit, context.Clock);
        try
        {
            if (before.Found is { } old)
            {
                await profiles.UpdateAsync(old.Id, IntuneComparison.ProfileOf(before.Wanted, old.Settings), limit.Token).ConfigureAwait(false);
            }
            else if (await profiles.FindAsync(IntuneFile.NameOf(work.Target), limit.Token).ConfigureAwait(false) is { } made)
            {
                await profiles.DeleteAsync(made.Id, limit.Token).ConfigureAwait(false);
            }

            return true;
        }
        catch (FaultException)
        {
            return false;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return false;
        }
    }
}
