namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// Goes through <c>key=value key="value with \"escapes\""</c>. A closing quote is one that a separator or the end follows, for some
/// firmware writes quotes inside quotes as they are. What is no pair is skipped.
/// </summary>
internal ref struct KeyValues
{
    private readonly byte _separator;
    private readonly byte _equals;
    private ReadOnlySpan<byte> _rest;

    /// <param name="text">The pairs.</param>
    /// <param name="separator">What stands between pairs.</param>
    /// <param name="equals">What stands between key and value.</param>
    public KeyValues(ReadOnlySpan<byte> text, byte separator = (byte)' ', byte equals = (byte)'=')
    {
        _rest = text;
        _separator = separator;
        _equals = equals;
    }

    /// <summary>The key as written.</summary>
    public ReadOnlySpan<byte> Key { get; private set; }

    /// <summary>The value without its quotes, escapes left as they are; see <see cref="Scratch.Unescape"/>.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Whether the value stood in quotes.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Goes on to the next pair.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext()
    {
        while (true)
        {
            var start = _rest.IndexOfAnyExcept(_separator);
            if (start < 0)
            {
                return false;
            }

            _rest = _rest[start..];
            var stop = _rest.IndexOfAny(_equals, _separator);
            if (stop < 0)
            {
                return false;
            }

            if (_rest[stop] == _separator || stop == 0)
            {
                _rest = _rest[(stop + 1)..];
                continue;
            }

            Key = _rest[..stop];
            _rest = _rest[(stop + 1)..];
            TakeValue();
            return true;
        }
    }

    private void TakeValue()
    {
        IsQuoted = _rest is [(byte)'"', ..];
        if (IsQuoted && ClosingQuote() is > 0 and var close)
        {
            Value = _rest[1..close];
            _rest = _rest[(close + 1)..];
            return;
        }

        var end = _rest.IndexOf(_separator);
        Value = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[end..];
    }

    private readonly int ClosingQuote()
    {
        for (var i = 1; i < _rest.Length; i++)
        {
            var next = _rest[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (_rest[i] == '\\')
            {
                i++;
            }
            else if (i + 1 == _rest.Length || _rest[i + 1] == _separator)
            {
                return i;
            }
        }

        return -1;
    }
}
