namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Cuts a log into blocks of whole lines, numbered in order, for several workers that each bring their own buffer. What a block leaves of
/// a line goes to the front of the next. A last line without its line end stays for the next time, unless the text is known to be whole.
/// </summary>
internal sealed class LogBlockSource
{
    private readonly Lock _gate = new();
    private readonly Stream _stream;
    private readonly int _blockSize;
    private byte[] _carry = new byte[BlockScanner.LongestLine];
    private int _carried;
    private long _offset;
    private int _sequence;
    private readonly Func<long, bool>? _isWhole;
    private bool _ended;

    /// <param name="stream">The text, at <paramref name="offset"/>.</param>
    /// <param name="offset">Where reading begins: the start of a line.</param>
    /// <param name="blockSize">About how many bytes a block has; a longer line makes it longer.</param>
    /// <param name="isWhole">Whether a text of this length is all there will be; null for a log that is still written.</param>
    public LogBlockSource(Stream stream, long offset, int blockSize, Func<long, bool>? isWhole = null)
    {
        _isWhole = isWhole;
        _stream = stream;
        _offset = offset;
        _blockSize = blockSize;
    }

    /// <summary>Finds the last header in a text that begins a line, see <see cref="LogFormat.LastHeader"/>; null: the format has none.</summary>
    public Func<ReadOnlySpan<byte>, bool, byte[]?>? LastHeader { get; init; }

    /// <summary>The header in force where reading begins, and later after the last block that was given out.</summary>
    public byte[]? Header { get; set; }

    /// <summary>The fault of a damaged archive, after all that could be read came as blocks.</summary>
    public Exception? Damage { get; private set; }

    /// <summary>Bytes after the last line end: a line that is still being written.</summary>
    public long LeftOver { get; private set; }

    /// <summary>Bytes of text, known at its end.</summary>
    public long TextLength => _offset + LeftOver;

    /// <summary>Fills a buffer with the next whole lines.</summary>
    /// <param name="buffer">Grown when a line needs it.</param>
    /// <param name="block">Where the lines are, their number in the order of blocks, and the offset after them.</param>
    /// <param name="cancellationToken">Ends a read that goes on and on without a line end.</param>
    /// <returns>False at the end.</returns>
    public bool TryFill(ref byte[] buffer, out LogBlock block, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            block = default;
            if (_ended)
            {
                return false;
            }

            _carry.AsSpan(0, _carried).CopyTo(buffer);
            var length = _carried;
            long dropped = 0;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // Room for a block besides what is carried, so that buffers stay bounded whatever the lines are.
                if (length >= buffer.Length)
                {
                    if (length > BlockScanner.LongestLine + _blockSize)
                    {
                        // One endless line: keep enough of it to be seen as too long.
                        dropped += length - BlockScanner.LongestLine - 1;
                        length = BlockScanner.LongestLine + 1;
                    }
                    else
                    {
                        Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + _blockSize));
                    }
                }

                var read = Read(buffer.AsSpan(length, Math.Min(_blockSize, buffer.Length - length)));
                if (read == 0)
                {
                    _ended = true;
                    LeftOver = length + dropped;
                    return LeftOver > 0 && Damage is null && _isWhole?.Invoke(TextLength) is true && TryEndLine(ref buffer, length, out block);
                }

                var end = buffer.AsSpan(length, read).LastIndexOf((byte)'\n');
                length += read;
                if (end >= 0)
                {
                    var whole = length - read + end + 1;
                    Carry(buffer.AsSpan(whole, length - whole));
                    _offset += whole + dropped;
                    block = WithHeader(new LogBlock(_sequence++, whole, _offset), buffer);
                    return true;
                }
            }
        }
    }

    /// <summary>Gives the last line the line end that it lacks.</summary>
    private bool TryEndLine(ref byte[] buffer, int length, out LogBlock block)
    {
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, length + 1);
        }

        buffer[length] = (byte)'\n';
        _offset += LeftOver;
        LeftOver = 0;
        block = WithHeader(new LogBlock(_sequence++, length + 1, _offset) { TextLength = length }, buffer);
        return true;
    }

    /// <summary>A block carries the header before it, since whoever reads it has not seen what came before.</summary>
    private LogBlock WithHeader(LogBlock block, byte[] buffer)
    {
        if (LastHeader is null)
        {
            return block;
        }

        var before = Header;
        Header = LastHeader(buffer.AsSpan(0, block.Length), block.EndOffset == block.TextLength) ?? before;
        return block with { Header = before, HeaderAfter = Header };
    }

    private void Carry(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > _carry.Length)
        {
            _carry = new byte[Math.Max(rest.Length, _carry.Length * 2)];
        }

        rest.CopyTo(_carry);
        _carried = rest.Length;
    }

    private int Read(Span<byte> buffer)
    {
        try
        {
            return Damage is null ? _stream.Read(buffer) : 0;
        }
        catch (InvalidDataException e)
        {
            Damage = e;
            return 0;
        }
    }
}

/// <summary>Whole lines at the beginning of a buffer.</summary>
/// <param name="Sequence">Its place in the order of blocks.</param>
/// <param name="Length">Bytes.</param>
/// <param name="EndOffset">Offset in the text after the last line.</param>
internal readonly record struct LogBlock(int Sequence, int Length, long EndOffset)
{
    /// <summary>How much of it is the text's own: a line end that the last line lacked is not.</summary>
    public int TextLength { get; init; } = Length;

    /// <summary>The last header before it.</summary>
    public byte[]? Header { get; init; }

    /// <summary>The last header before what follows it.</summary>
    public byte[]? HeaderAfter { get; init; }
}
