using System.Threading.Channels;

namespace Rosewood.PolicyAdmin.Graph.Client;

/// <summary>
/// Keeps requests within a limit, as a sliding window: each slot is free again one window after the answer came. The service counts a
/// request before it answers it, so that by its clock too no span of that length ever holds more.
/// </summary>
internal sealed class RequestBudget : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private readonly Channel<long> _slots;
    private readonly SemaphoreSlim _concurrent;
    private readonly GraphLimit _limit;
    private readonly TimeProvider _clock;

    /// <summary>A budget with all of its slots free.</summary>
    public RequestBudget(GraphLimit limit, TimeProvider clock)
    {
        _limit = limit;
        _clock = clock;
        _concurrent = new SemaphoreSlim(limit.Concurrent, limit.Concurrent);
        _slots = Channel.CreateBounded<long>(limit.Requests);
        for (var i = 0; i < limit.Requests; i++)
        {
            _slots.Writer.TryWrite(0);
        }
    }

    /// <summary>Waits until a request may go out.</summary>
    /// <param name="onWait">Told how long the wait is, where there is one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task EnterAsync(Action<TimeSpan> onWait, CancellationToken cancellationToken)
    {
        await _concurrent.WaitAsync(cancellationToken);
        var taken = -1L;
        try
        {
            taken = await _slots.Reader.ReadAsync(cancellationToken);
            var wait = Left(taken);
            if (wait > TimeSpan.Zero)
            {
                onWait(wait);
            }

            // A timer may fire a little before its time.
            for (; wait > TimeSpan.Zero; wait = Left(taken))
            {
                await Task.Delay(wait < Tick ? Tick : wait, _clock, cancellationToken);
            }
        }
        catch
        {
            if (taken >= 0)
            {
                _slots.Writer.TryWrite(taken);
            }

            _concurrent.Release();
            throw;
        }
    }

    /// <summary>The answer of a request that entered has come.</summary>
    public void Leave()
    {
        _slots.Writer.TryWrite(_clock.GetTimestamp());
        _concurrent.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _concurrent.Dispose();

    private TimeSpan Left(long taken) => taken == 0 ? TimeSpan.Zero : _limit.Window - _clock.GetElapsedTime(taken);
}
