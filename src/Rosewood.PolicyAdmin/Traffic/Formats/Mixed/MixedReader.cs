namespace Rosewood.PolicyAdmin.Traffic.Formats.Mixed;

/// <summary>
/// Tries the readers of all formats whose lines tell themselves, the one that fitted last first. Since no line is in two formats (a test
/// holds that), the order changes nothing but the speed.
/// </summary>
internal sealed class MixedReader : LogReader
{
    private readonly IReadOnlyList<LogFormat> _formats;
    private readonly LogReader[] _readers;
    private readonly int[] _order;

    /// <param name="formats">The formats.</param>
    /// <param name="options">What the log leaves open.</param>
    public MixedReader(IReadOnlyList<LogFormat> formats, LogReaderOptions options)
    {
        _formats = formats;
        _readers = [.. formats.Select(f => f.CreateReader(options))];
        _order = [.. Enumerable.Range(0, _readers.Length)];
    }

    /// <inheritdoc/>
    public override string Format => MixedFormat.FormatName;

    /// <inheritdoc/>
    public override string? CategoryVendor => _formats[Last].CategoryVendor;

    /// <summary>The format of the last line that was read, by its place.</summary>
    public int Last => _order[0];

    /// <inheritdoc/>
    public override bool Glance(ReadOnlySpan<byte> line, ref LineGlance glance)
    {
        for (var i = 0; i < _order.Length; i++)
        {
            if (_readers[_order[i]].Glance(line, ref glance))
            {
                ToFront(i);
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        for (var i = 0; i < _order.Length; i++)
        {
            if (_readers[_order[i]].TryRead(line, ref fields))
            {
                fields.Format = _readers[_order[i]].Format;
                ToFront(i);
                return true;
            }
        }

        return false;
    }

    private void ToFront(int place)
    {
        if (place > 0)
        {
            var format = _order[place];
            Array.Copy(_order, 0, _order, 1, place);
            _order[0] = format;
        }
    }
}
