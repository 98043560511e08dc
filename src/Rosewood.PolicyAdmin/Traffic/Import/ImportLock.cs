using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>Lets one import run at a time in a workspace. The system holds the lock and frees it when the process ends, however it ends.</summary>
internal static class ImportLock
{
    private const int Tries = 240;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Takes the lock, or waits for it up to a minute.</summary>
    /// <exception cref="FaultException"><c>ImportRunning</c>.</exception>
    public static async Task<IDisposable> TakeAsync(string path, ICommandSink sink, CancellationToken cancellationToken, int tries = Tries)
    {
        for (var i = 0; i < tries; i++)
        {
            if (FileLock.TryTake(path) is { } held)
            {
                return held;
            }

            if (i == 0)
            {
                sink.Warn("Another import is running in this workspace. Waiting for it to end.");
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new Fault(
            "ImportRunning",
            FaultKind.Conflict,
            path,
            "Another import is still running in this workspace. Nothing was imported; run the command again when that one has ended.").ToException();
    }
}
