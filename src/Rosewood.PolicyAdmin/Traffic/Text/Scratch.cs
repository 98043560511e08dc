namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// A reader's own bytes, for values that a line holds in another form (escaped, encoded): slices of it are valid until the next
/// <see cref="Clear"/>. What is decoded is never longer than the line that it came from, so it hardly ever grows.
/// </summary>
internal sealed class Scratch
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>Forgets everything; called at the beginning of each line.</summary>
    public void Clear() => _length = 0;

    /// <summary>Room for a value of at most <paramref name="most"/> bytes; told afterwards by <see cref="Take"/> how many it has.</summary>
    public Span<byte> Room(int most)
    {
        if (_bytes.Length - _length < most)
        {
            // Slices given out before go on pointing into the old array.
            _bytes = new byte[Math.Max(_bytes.Length * 2, most)];
            _length = 0;
        }

        return _bytes.AsSpan(_length, most);
    }

    /// <summary>Keeps the first bytes of the room and gives them.</summary>
    public ReadOnlySpan<byte> Take(int length)
    {
        var taken = _bytes.AsSpan(_length, length);
        _length += length;
        return taken;
    }

    /// <summary>Takes backslash escapes away: <c>\n \r \t</c> become a space, <c>\x</c> becomes x.</summary>
    public ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)'\\'))
        {
            return value;
        }

        var room = Room(value.Length);
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                room[length++] = value[i];
                continue;
            }

            i++;
            room[length++] = value[i] is (byte)'n' or (byte)'r' or (byte)'t' ? (byte)' ' : value[i];
        }

        return Take(length);
    }

    /// <summary>Makes one quote of each doubled one.</summary>
    public ReadOnlySpan<byte> Undouble(ReadOnlySpan<byte> value, byte quote = (byte)'"')
    {
        if (!value.Contains(quote))
        {
            return value;
        }

        return Take(Undouble(value, Room(value.Length), quote));
    }

    /// <summary>The same into room of the caller's own, at least as long as the value.</summary>
    /// <returns>How many bytes of it are filled.</returns>
    public static int Undouble(ReadOnlySpan<byte> value, Span<byte> room, byte quote = (byte)'"')
    {
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            room[length++] = value[i];
            i += value[i] == quote && i + 1 < value.Length && value[i + 1] == quote ? 1 : 0;
        }

        return length;
    }

    /// <summary>One text behind the other.</summary>
    public ReadOnlySpan<byte> Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var room = Room(first.Length + second.Length);
        first.CopyTo(room);
        second.CopyTo(room[first.Length..]);
        return Take(first.Length + second.Length);
    }
}
