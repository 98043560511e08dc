using System.Collections.Concurrent;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Has a sequence made on a thread of its own while what it gave is used.</summary>
internal static class ReadAhead
{
    /// <summary>The same items in the same order. What the sequence throws is thrown where it stood; whoever stops early stops it too.</summary>
    /// <param name="source">The sequence. Nothing else may use what it reads from, unless that is safe from several threads.</param>
    /// <param name="items">How many are made before they are asked for.</param>
    /// <typeparam name="T">Items.</typeparam>
    public static IEnumerable<T> Of<T>(IEnumerable<T> source, int items)
    {
        using var ready = new BlockingCollection<T>(items);
        using var stop = new CancellationTokenSource();
        var reading = Task.Factory.StartNew(() => Fill(source, ready, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var item in ready.GetConsumingEnumerable(CancellationToken.None))
            {
                yield return item;
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            Task.WaitAny(reading);
        }
    }

    private static void Fill<T>(IEnumerable<T> source, BlockingCollection<T> ready, CancellationToken stop)
    {
        try
        {
            foreach (var item in source)
            {
                ready.Add(item, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody wants the rest.
        }
        finally
        {
            ready.CompleteAdding();
        }
    }
}
