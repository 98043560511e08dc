using System.Buffers;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Graph.Client;
using Rosewood.PolicyAdmin.Graph.Slices;

namespace Rosewood.PolicyAdmin.Graph.Sync;

/// <summary>
/// Fetches a span of a source into a slice. Where the chain of pages breaks, it goes on below the oldest record that came, since records
/// come newest first; what comes twice counts once.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="feed">The source.</param>
/// <param name="onPage">Told after each page how many records came.</param>
internal sealed class SliceReader(GraphConnection connection, SliceFeed feed, Action<long> onPage)
{
    private const int MostBreaks = 6;
    private const int MostEmptyPages = 3;
    private readonly ArrayBufferWriter<byte> _line = new(2048);
    private DateTimeOffset _oldest;
    private bool _isDescending;
    private long _fetched;
    private int _pages;
    private int _idle;

    /// <summary>Fetches the records from <paramref name="from"/> until <paramref name="until"/> (half-open).</summary>
    /// <returns>How many came, each once.</returns>
    /// <exception cref="FaultException">The service refuses, or comes to no end.</exception>
    public async Task<long> ReadAsync(DateTimeOffset from, DateTimeOffset until, SliceWriter slice, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(_line);
        var upper = until;
        var breaks = 0;
        _fetched = 0;
        while (true)
        {
            _oldest = DateTimeOffset.MaxValue;
            _isDescending = true;
            _idle = 0;
            var patience = _pages + MostEmptyPages;
            try
            {
                var first = feed.Request(connection, from, upper);
                await foreach (var page in new GraphPages(connection).ReadAsync(feed.Operation, first.Client, () => feed.Request(connection, from, upper).Request, cancellationToken))
                {
                    Take(page, from, until, slice, writer);
                    if (_idle > patience)
                    {
                        throw new GraphChainException("Pages bring nothing new.");
                    }
                }

                return _fetched;
            }
            catch (GraphChainException e)
            {
                var hasMoved = _isDescending && _oldest < upper;
                upper = hasMoved ? _oldest : upper;
                breaks = hasMoved ? 0 : breaks + 1;
                if (breaks == MostBreaks)
                {
                    throw GraphFaults.PagesRepeat(feed.Operation).ToException(e);
                }
            }
            catch (GraphRefusedException e)
            {
                throw GraphFaults.Refused(feed.Operation, e).ToException(e);
            }
        }
    }

    private void Take(GraphPage page, DateTimeOffset from, DateTimeOffset until, SliceWriter slice, Utf8JsonWriter writer)
    {
        var before = _fetched;
        foreach (var record in page.Items.EnumerateArray())
        {
            if (record.ValueKind != JsonValueKind.Object || feed.Shape.TimeOf(record) is not { } at || feed.Shape.IdOf(record) is not { Length: > 0 } id)
            {
                continue;
            }

            _isDescending &= at <= _oldest;
            _oldest = at < _oldest ? at : _oldest;

            // A filter that the service left aside, or one with other ends, changes nothing.
            if (at < from || at >= until)
            {
                continue;
            }

            _line.ResetWrittenCount();
            writer.Reset();
            feed.Shape.Write(record, writer);
            writer.Flush();
            _fetched += slice.Add(id, _line.WrittenSpan) ? 1 : 0;
        }

        _pages++;
        _idle = _fetched == before ? _idle + 1 : 0;
        onPage(_fetched);
    }
}
