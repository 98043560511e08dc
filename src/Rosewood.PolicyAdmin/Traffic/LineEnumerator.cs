namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>The lines of a text that ends with a line end, without their line ends and without a byte order mark.</summary>
internal ref struct LineEnumerator
{
    private ReadOnlySpan<byte> _rest;

    public LineEnumerator(ReadOnlySpan<byte> text) => _rest = text.StartsWith("\uFEFF"u8) ? text["\uFEFF"u8.Length..] : text;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly LineEnumerator GetEnumerator() => this;

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        var end = _rest.IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        Current = end > 0 && _rest[end - 1] == '\r' ? _rest[..(end - 1)] : _rest[..end];
        _rest = _rest[(end + 1)..];
        return true;
    }
}
