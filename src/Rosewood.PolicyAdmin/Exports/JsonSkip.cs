using System.Buffers;

namespace Rosewood.PolicyAdmin.Exports;

/// <summary>Finds the end of an object of any size without keeping it: only brackets, quotes and escapes are looked at.</summary>
internal struct JsonSkip
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private int _depth;
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>Goes on through a piece of text; the first piece holds the object's beginning.</summary>
    /// <returns>The place behind the object's end; -1 when that is further on.</returns>
    public int Find(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                continue;
            }

            var next = _isInText ? text[i..].IndexOfAny((byte)'"', (byte)'\\') : text[i..].IndexOfAny(Structure);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            switch (text[i])
            {
                case (byte)'\\':
                    _isEscaped = true;
                    break;
                case (byte)'"':
                    _isInText = !_isInText;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                default:
                    if (--_depth == 0)
                    {
                        return i + 1;
                    }

                    break;
            }
        }

        return -1;
    }
}
