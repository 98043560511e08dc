namespace Rosewood.PolicyAdmin.Enforcement.Publishing;

/// <summary>Reads what was changed in a tenant until the tenant shows it: a directory shows a change late.</summary>
internal static class ReadBack
{
    /// <summary>So often the tenant is asked in any case, however slow it answers.</summary>
    private const int FewestReads = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Reads until it is as it should be, five times at least and for a minute.</summary>
    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="read">Reads it once.</param>
    /// <param name="isDone">Whether it is as it should be.</param>
    /// <param name="pause">The first pause.</param>
    /// <param name="longestPause">Each pause is twice the one before, up to this.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was read last, whether it is as it should be or not.</returns>
    public static async Task<T> UntilAsync<T>(TimeProvider clock, Func<Task<T>> read, Predicate<T> isDone, TimeSpan pause, TimeSpan longestPause, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        for (var reads = 1; ; reads++)
        {
            var found = await read().ConfigureAwait(false);
            if (isDone(found) || (reads >= FewestReads && clock.GetElapsedTime(began) > Limit))
            {
                return found;
            }

            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < longestPause ? pause * 2 : longestPause;
        }
    }
}
