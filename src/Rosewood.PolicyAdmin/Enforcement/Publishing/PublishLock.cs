using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>Lets one publication run at a time in a workspace.</summary>
internal static class PublishLock
{
    private const int Tries = 120;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Takes the lock, or waits for it up to half a minute.</summary>
    /// <exception cref="Commands.FaultException"><c>PublishRunning</c>.</exception>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken, int tries = Tries)
    {
        for (var i = 0; i < tries; i++)
        {
            if (FileLock.TryTake(path) is { } held)
            {
                return held;
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }

        throw PublishingFaults.Running(path).ToException();
    }
}
