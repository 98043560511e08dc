namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// A line in ArcSight's Common Event Format: <c>CEF:0|vendor|product|version|event|name|severity|key=value with spaces key=…</c>.
/// Fields of the header escape <c>|</c> and <c>\</c>, values <c>=</c> and <c>\</c>.
/// </summary>
internal ref struct CefLine
{
    public ReadOnlySpan<byte> Vendor;
    public ReadOnlySpan<byte> Product;
    public ReadOnlySpan<byte> Version;
    public ReadOnlySpan<byte> EventId;
    public ReadOnlySpan<byte> Name;
    public ReadOnlySpan<byte> Severity;

    /// <summary>The pairs.</summary>
    public ReadOnlySpan<byte> Extension;

    /// <summary>Splits a line; text before <c>CEF:</c> (a sender's own header) is skipped up to 512 bytes.</summary>
    public bool TrySplit(ReadOnlySpan<byte> line)
    {
        const int LongestStart = 512;
        var start = line[..Math.Min(line.Length, LongestStart)].IndexOf("CEF:"u8);
        if (start < 0)
        {
            return false;
        }

        var rest = line[start..];
        return Take(ref rest, out _)
            && Take(ref rest, out Vendor)
            && Take(ref rest, out Product)
            && Take(ref rest, out Version)
            && Take(ref rest, out EventId)
            && Take(ref rest, out Name)
            && Take(ref rest, out Severity)
            && (Extension = rest) is { IsEmpty: false };
    }

    /// <summary>The pairs, one after the other.</summary>
    public readonly CefPairs Pairs => new(Extension);

    private static bool Take(scoped ref ReadOnlySpan<byte> rest, scoped out ReadOnlySpan<byte> field)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\\')
            {
                i++;
            }
            else if (rest[i] == '|')
            {
                field = rest[..i];
                rest = rest[(i + 1)..];
                return true;
            }
        }

        field = default;
        return false;
    }
}

/// <summary>The pairs of a CEF line: a value ends at the space before the next key.</summary>
internal ref struct CefPairs
{
    private ReadOnlySpan<byte> _rest;

    public CefPairs(ReadOnlySpan<byte> extension) => _rest = extension.TrimStart((byte)' ');

    /// <summary>The key.</summary>
    public ReadOnlySpan<byte> Key { get; private set; }

    /// <summary>The value, escapes left as they are; see <see cref="Scratch.Unescape"/>.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Goes on to the next pair.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext()
    {
        var equals = NextEquals(_rest, 0);
        if (equals <= 0)
        {
            return false;
        }

        Key = _rest[..equals];
        Key = Key[(Key.LastIndexOf((byte)' ') + 1)..];
        var value = _rest[(equals + 1)..];
        var next = NextEquals(value, 0);
        while (next >= 0)
        {
            // A key has no spaces and no escapes: an equals sign behind anything else is part of the value, escaped or not.
            var space = value[..next].LastIndexOf((byte)' ');
            if (space >= 0 && space + 1 < next && IsKey(value[(space + 1)..next]))
            {
                Value = value[..space].TrimEnd((byte)' ');
                _rest = value[(space + 1)..];
                return true;
            }

            next = NextEquals(value, next + 1);
        }

        Value = value.TrimEnd((byte)' ');
        _rest = [];
        return true;
    }

    private static bool IsKey(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'_' or (byte)'.' or (byte)'-' or (byte)'[' or (byte)']'))
            {
                return false;
            }
        }

        return true;
    }

    private static int NextEquals(ReadOnlySpan<byte> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny((byte)'=', (byte)'\\');
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (text[i] == '=')
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
