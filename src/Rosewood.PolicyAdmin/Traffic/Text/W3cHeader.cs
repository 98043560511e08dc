namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>The line <c>#Fields: …</c> of the W3C's extended log format.</summary>
internal static class W3cHeader
{
    /// <summary>The names in a line; null when it is no such line.</summary>
    public static ColumnHeader? Of(ReadOnlySpan<byte> line)
    {
        var start = "#Fields:"u8;
        if (!line.StartsWith(start))
        {
            return null;
        }

        var names = line[start.Length..].Trim(" \t\r"u8);
        return new ColumnHeader(names, names.Contains((byte)'\t') ? (byte)'\t' : (byte)' ');
    }

    /// <summary>The last such line of a text whose names are a format's, without a syslog header.</summary>
    public static byte[]? Last(ReadOnlySpan<byte> text, Func<ColumnHeader, bool> isOurs)
    {
        byte[]? last = null;
        foreach (var whole in new LineEnumerator(text))
        {
            if (whole.IndexOf("#Fields:"u8) < 0)
            {
                continue;
            }

            var line = whole[SyslogHeader.Length(whole)..];
            last = Of(line) is { } names && isOurs(names) ? line.ToArray() : last;
        }

        return last;
    }
}
