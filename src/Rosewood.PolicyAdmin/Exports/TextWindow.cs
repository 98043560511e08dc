namespace Rosewood.PolicyAdmin.Exports;

/// <summary>The part of a text that is in memory: bounded, filled at its end, given up at its beginning.</summary>
/// <param name="text">The text, UTF-8.</param>
/// <param name="blockSize">How many bytes are read at once.</param>
/// <param name="onRead">Called after each block; null: nobody asks.</param>
/// <param name="cancellationToken">Ends it between blocks.</param>
internal sealed class TextWindow(Stream text, int blockSize, Action? onRead, CancellationToken cancellationToken)
{
    /// <summary>The most bytes that it holds, and so the longest record.</summary>
    public const int Most = 1024 * 1024;

    private byte[] _bytes = new byte[Math.Clamp(blockSize, 256, Most / 2) * 2];
    private int _start;
    private int _length;

    /// <summary>What is in memory.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(_start, _length);

    /// <summary>Whether the text has nothing behind what is in memory.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The line in which it begins, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Gives up bytes at the beginning.</summary>
    public void Consume(int count)
    {
        Line += Text[..count].Count((byte)'\n');
        _start += count;
        _length -= count;
    }

    /// <summary>Puts bytes without a line end before what is in memory, into the place of bytes given up before.</summary>
    public void PutBack(ReadOnlySpan<byte> bytes)
    {
        _start -= bytes.Length;
        _length += bytes.Length;
        bytes.CopyTo(_bytes.AsSpan(_start));
    }

    /// <summary>Reads on.</summary>
    /// <returns>False at the end of the text, and where the window is full.</returns>
    public bool TryFill()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (AtEnd || _length == Most)
        {
            return false;
        }

        if (_start > 0)
        {
            Text.CopyTo(_bytes);
            _start = 0;
        }

        if (_length == _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Min(_bytes.Length * 2, Most));
        }

        // What is kept is a record without its end, which is looked at again from its beginning: reading as much again keeps that linear.
        var read = text.Read(_bytes.AsSpan(_length, Math.Min(Math.Max(blockSize, _length), _bytes.Length - _length)));
        _length += read;
        AtEnd = read == 0;
        onRead?.Invoke();
        return read > 0;
    }
}
