using Rosewood.PolicyAdmin.Access;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Reads logs as they grow. A rotated log is read to its end under its new name, since its file stays open here; the new one follows.
/// The import lock is held only while reading, so that other imports get their turn.
/// </summary>
internal sealed class LogFollower(CommandContext context, ICommandSink sink, ImportOptions options, IReadOnlyList<string> paths)
{
    /// <summary>Each reading commits and is audited: often enough for people, seldom enough for the audit trail.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Reads until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            // A misspelt path is told now; one that vanishes later is a rotation.
            LogFile.Open(path).Dispose();
        }

        var logs = paths.Select(p => new Followed(p)).ToList();
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (logs.Any(l => l.HasNews()))
                {
                    await TryReadAsync(logs, cancellationToken);
                }

                await Task.Delay(Pause, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Cancelling is how following ends; what was read is committed.
        }
        finally
        {
            logs.ForEach(l => l.Dispose());
        }
    }

    private async Task TryReadAsync(List<Followed> logs, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(logs, cancellationToken);
        }
        catch (FaultException e) when (e.Fault.Kind == FaultKind.Conflict)
        {
            // Another import holds the workspace: the news stays, and is read after it.
            sink.Warn(e.Fault.Message);
        }
    }

    private async Task ReadAsync(List<Followed> logs, CancellationToken cancellationToken)
    {
        using var held = await ImportLock.TakeAsync(context.Workspace.Paths.ImportLock, sink, cancellationToken);
        var importer = new LogImporter(context, sink, options, CatalogueLoader.Load(context), AccessStateLoader.LoadBoundaries(context));
        foreach (var log in logs)
        {
            try
            {
                foreach (var file in log.Files())
                {
                    ReadOne(importer, file, cancellationToken);
                }
            }
            catch (FaultException e)
            {
                sink.Report(e.Fault);
            }
        }
    }

    private void ReadOne(LogImporter importer, LogFile file, CancellationToken cancellationToken)
    {
        // Just rotated or truncated: the lines are yet to come.
        if (file.Head.IsEmpty)
        {
            return;
        }

        try
        {
            if (importer.Import(file, cancellationToken) is { Lines: > 0 } import)
            {
                sink.Write(import);
            }
        }
        catch (FaultException e)
        {
            sink.Report(e.Fault);
        }
    }

    /// <summary>One path, the file that was last seen there, and the one before it, which its writer may not have let go of yet.</summary>
    private sealed class Followed(string path) : IDisposable
    {
        private LogFile? _current;
        private LogFile? _previous;
        private long _length = -1;
        private DateTime _written;

        /// <summary>Whether the path's file differs from what was seen last.</summary>
        public bool HasNews()
        {
            var info = new FileInfo(path);
            return info.Exists && (info.Length != _length || info.LastWriteTimeUtc != _written);
        }

        /// <summary>The files to read now, in order.</summary>
        public IEnumerable<LogFile> Files()
        {
            LogFile next;
            var info = new FileInfo(path);
            try
            {
                (_length, _written) = info.Exists ? (info.Length, info.LastWriteTimeUtc) : (-1, default);
                next = LogFile.Open(path);
            }
            catch (FaultException e) when (e.Fault.Kind == FaultKind.NotFound)
            {
                // Between two steps of a rotation.
                yield break;
            }

            if (_current is { } current && !IsSame(current, next))
            {
                _previous?.Dispose();
                _previous = current;
            }
            else
            {
                _current?.Dispose();
            }

            _current = next;
            if (_previous is not null)
            {
                _previous.Refresh();
                yield return _previous;
            }

            yield return next;
        }

        public void Dispose()
        {
            _current?.Dispose();
            _previous?.Dispose();
        }

        /// <summary>A log only grows, so that the shorter beginning is the longer one's.</summary>
        private static bool IsSame(LogFile before, LogFile after)
        {
            before.Refresh();
            var length = Math.Min(before.Head.Length, after.Head.Length);
            return length > 0 && before.Head.Span[..length].SequenceEqual(after.Head.Span[..length]);
        }
    }
}
