using System.ComponentModel;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Workspace;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>
/// Puts a plan into force whole or not at all. Parts are written first, under names that nothing refers to yet; the rename of the entry
/// is the one step that changes anything. What fails after it is answered by putting the old bytes back. A process that is killed between
/// two steps leaves the old state or the new one, and perhaps files that nothing refers to, which the next publication removes.
/// </summary>
/// <param name="driver">What the kind of target knows.</param>
/// <param name="target">The target.</param>
internal sealed class TargetPublisher(IEnforcementDriver driver, EnforcementTargetConfig target)
{
    private static readonly TimeSpan ReloadLimit = TimeSpan.FromMinutes(1);

    /// <summary>Is told the name of each step that has ended; tests look at the disk there.</summary>
    internal Action<string>? StepEnded { get; init; }

    /// <summary>Publishes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="beforeSwap">What else has to be in place before the entry counts, once its folder is there.</param>
    /// <param name="prove">Probes the target; throws where it does not do what it should.</param>
    /// <param name="cancellationToken">Heeded until the entry is swapped; afterwards it ends the proof, and the old state is put back.</param>
    /// <returns>What could not be checked, or null.</returns>
    /// <exception cref="FaultException">What failed; the target is as it was before, but for <c>PublishNotPutBack</c>.</exception>
    public async Task<string?> PublishAsync(TargetPlan plan, Action beforeSwap, Func<CancellationToken, Task> prove, CancellationToken cancellationToken)
    {
        var old = TargetFiles.ReadIfThere(plan.Entry.Path);
        var added = new List<string>();
        string? staged = null;
        var swapped = false;
        try
        {
            WriteParts(plan, added);
            staged = Stage(plan, plan.Entry.Content.Span);
            StepEnded?.Invoke("stage");
            beforeSwap();
            StepEnded?.Invoke("before swap");
            var unchecked_ = await driver.CheckAsync(target, plan, staged, cancellationToken).ConfigureAwait(false);
            StepEnded?.Invoke("check");
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(staged, plan.Entry.Path, overwrite: true);
            swapped = true;
            StepEnded?.Invoke("swap");
            await ReloadAsync(cancellationToken).ConfigureAwait(false);
            StepEnded?.Invoke("reload");
            await prove(cancellationToken).ConfigureAwait(false);
            StepEnded?.Invoke("prove");
            RemoveStrayParts(plan);
            RemoveStaging(plan);
            StepEnded?.Invoke("clean");
            return unchecked_;
        }
        catch (Exception e)
        {
            // What comes in the way of clearing up must not hide what failed, nor that the entry still stands.
            if (staged is not null)
            {
                Try(() => File.Delete(staged));
            }

            var notBack = swapped ? Try(() => PutBack(plan, old)) : null;
            Try(() => RemoveStaging(plan));
            if (notBack is not null)
            {
                // The entry that stands refers to the parts that were added: they stay.
                throw PublishingFaults.NotPutBack(target.Name, Words(e), Words(notBack)).ToException(e);
            }

            added.ForEach(static part => Try(() => File.Delete(part)));
            if (!swapped)
            {
                throw;
            }

            throw PublishingFaults.PutBack(target.Name, Words(e), await TryReloadAsync().ConfigureAwait(false)).ToException(e);
        }
    }

    private void WriteParts(TargetPlan plan, List<string> added)
    {
        foreach (var folder in plan.Parts.Append(plan.Entry).Select(f => Path.GetDirectoryName(f.Path)!).Distinct(StringComparer.Ordinal))
        {
            TargetFiles.EnsureFolder(folder, target.ReaderGroup);
        }

        StepEnded?.Invoke("folders");
        foreach (var part in plan.Parts)
        {
            if (TargetFiles.ReadIfThere(part.Path) is { } there && part.Content.Span.SequenceEqual(there))
            {
                continue;
            }

            // Bytes under a name of another content are damage: the old entry may still refer to it, so it is mended, not removed.
            var isNew = !File.Exists(part.Path);
            TargetFiles.WriteWhole(part.Path, part.Content.Span, target.ReaderGroup);
            if (isNew)
            {
                added.Add(part.Path);
            }

            StepEnded?.Invoke("part");
        }
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        if (target.ReloadCommand.Count == 0)
        {
            return;
        }

        var result = await ToolRunner.RunAsync(target.ReloadCommand[0], [.. target.ReloadCommand.Skip(1)], ReloadLimit, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0)
        {
            throw PublishingFaults.ReloadFailed(target.Name, string.Join(' ', target.ReloadCommand), result).ToException();
        }
    }

    /// <summary>Whether the target reads its old files again; also after the command was interrupted.</summary>
    private async Task<bool> TryReloadAsync()
    {
        try
        {
            await ReloadAsync(CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is FaultException or IOException or Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Takes a step of clearing up; gives what came in its way, or null.</summary>
    private static Exception? Try(Action step)
    {
        try
        {
            step();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FaultException)
        {
            return e;
        }
    }

    private void PutBack(TargetPlan plan, byte[]? old)
    {
        if (old is null)
        {
            File.Delete(plan.Entry.Path);
        }
        else
        {
            File.Move(Stage(plan, old), plan.Entry.Path, overwrite: true);
        }
    }

    /// <summary>Writes the entry's bytes where nothing reads them yet.</summary>
    private string Stage(TargetPlan plan, ReadOnlySpan<byte> content)
    {
        if (plan.StagingFolder is not { } folder)
        {
            return TargetFiles.Stage(plan.Entry.Path, content, target.ReaderGroup);
        }

        TargetFiles.EnsureFolder(folder, target.ReaderGroup);
        return TargetFiles.Stage(Path.Combine(folder, Path.GetFileName(plan.Entry.Path)), content, target.ReaderGroup);
    }

    /// <summary>Takes away what was staged, also by a publication that was killed.</summary>
    private static void RemoveStaging(TargetPlan plan)
    {
        TargetFiles.RemoveStaged(plan.Entry.Path);
        if (plan.StagingFolder is { } folder && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void RemoveStrayParts(TargetPlan plan)
    {
        if (plan.PartsFolder is not { } folder || !Directory.Exists(folder))
        {
            return;
        }

        var kept = plan.Parts.Select(p => Path.GetFullPath(p.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder).Where(f => !kept.Contains(Path.GetFullPath(f))).ToList())
        {
            File.Delete(file);
        }
    }

    private static string Words(Exception error) =>
        (error as FaultException)?.Fault.Message ?? CommandFaults.From(error)?.Message ?? error.Message;
}
