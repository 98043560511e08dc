namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>The words of a line, with any number of spaces between them.</summary>
internal ref struct Words
{
    private ReadOnlySpan<byte> _rest;

    public Words(ReadOnlySpan<byte> text) => _rest = text;

    /// <summary>What is behind the words taken so far.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Takes the next word; empty at the end.</summary>
    public ReadOnlySpan<byte> Next()
    {
        _rest = _rest.TrimStart((byte)' ');
        var space = _rest.IndexOf((byte)' ');
        var word = space < 0 ? _rest : _rest[..space];
        _rest = space < 0 ? [] : _rest[(space + 1)..];
        return word;
    }

    /// <summary>Takes the last word; empty when there is none.</summary>
    public ReadOnlySpan<byte> Last()
    {
        _rest = _rest.TrimEnd((byte)' ');
        var space = _rest.LastIndexOf((byte)' ');
        var word = _rest[(space + 1)..];
        _rest = space < 0 ? [] : _rest[..space];
        return word;
    }
}
