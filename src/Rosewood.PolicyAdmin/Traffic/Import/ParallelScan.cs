using System.Runtime.ExceptionServices;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Scans a log's blocks on all cores and hands their results over in the log's order, on the caller's thread.
/// Memory is bounded: a worker takes a block only when it has a result to fill.
/// </summary>
internal sealed class ParallelScan : IDisposable
{
    /// <summary>So many that scanning goes on while the consumer waits for the disk to commit.</summary>
    private const int ResultsPerWorker = 32;

    private readonly LogBlockSource _source;
    private readonly Func<BlockScanner> _scanner;
    private readonly int _workers;
    private readonly int _bufferSize;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _free;
    private readonly SemaphoreSlim _ready = new(0);
    private readonly Stack<BlockResult> _spare = new();
    private readonly Dictionary<int, BlockResult> _done = [];
    private readonly CancellationTokenSource _stop = new();
    private int _running;
    private Exception? _failure;

    /// <param name="source">The blocks.</param>
    /// <param name="format">The lines' format.</param>
    /// <param name="options">What the log leaves open.</param>
    /// <param name="catalogue">The services.</param>
    /// <param name="workers">How many threads scan.</param>
    /// <param name="blockSize">The size of blocks.</param>
    public ParallelScan(LogBlockSource source, LogFormat format, LogReaderOptions options, ServiceCatalogue catalogue, int workers, int blockSize)
    {
        _source = source;
        _scanner = () => new BlockScanner(format.CreateReader(options), catalogue, format.CategoryVendor);
        _workers = workers;
        _bufferSize = blockSize + BlockScanner.LongestLine;
        for (var i = 0; i < workers * ResultsPerWorker; i++)
        {
            _spare.Push(new BlockResult());
        }

        _free = new SemaphoreSlim(_spare.Count);
    }

    /// <summary>Scans to the end of the source.</summary>
    /// <param name="consume">Takes each result in order; it is reused afterwards.</param>
    /// <param name="cancellationToken">Ends the scan between two results.</param>
    public void Run(Action<BlockResult> consume, CancellationToken cancellationToken)
    {
        _running = _workers;
        var threads = new Thread[_workers];
        for (var i = 0; i < _workers; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = $"log scan {i}" };
            threads[i].Start();
        }

        try
        {
            var next = 0;
            while (Take(next, cancellationToken) is { } result)
            {
                consume(result);
                Return(result);
                next++;
            }
        }
        finally
        {
            _stop.Cancel();
            foreach (var thread in threads)
            {
                thread.Join();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _free.Dispose();
        _ready.Dispose();
        _stop.Dispose();
    }

    private BlockResult? Take(int sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_failure is not null)
                {
                    ExceptionDispatchInfo.Throw(_failure);
                }

                if (_done.Remove(sequence, out var result))
                {
                    return result;
                }

                if (_running == 0)
                {
                    return null;
                }
            }

            _ready.Wait(cancellationToken);
        }
    }

    private void Return(BlockResult result)
    {
        lock (_gate)
        {
            _spare.Push(result);
        }

        _free.Release();
    }

    private void Work()
    {
        try
        {
            var scanner = _scanner();
            var buffer = GC.AllocateUninitializedArray<byte>(_bufferSize);
            while (true)
            {
                // First a result, then a block: whoever holds the lowest block can always finish it.
                _free.Wait(_stop.Token);
                if (!_source.TryFill(ref buffer, out var block, _stop.Token))
                {
                    break;
                }

                BlockResult result;
                lock (_gate)
                {
                    result = _spare.Pop();
                }

                result.Clear();
                scanner.Scan(buffer.AsSpan(0, block.Length), result, block.Header);
                result.Tail.Append(buffer.AsSpan(0, block.TextLength));
                result.Sequence = block.Sequence;
                result.EndOffset = block.EndOffset;
                result.Header = block.HeaderAfter;
                lock (_gate)
                {
                    _done.Add(block.Sequence, result);
                }

                _ready.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The consumer has ended; nobody waits for this worker.
        }
#pragma warning disable CA1031 // Whatever a worker meets is thrown again on the consumer's thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            lock (_gate)
            {
                _failure ??= e;
            }
        }
        finally
        {
            lock (_gate)
            {
                _running--;
            }

            _ready.Release();
        }
    }
}
