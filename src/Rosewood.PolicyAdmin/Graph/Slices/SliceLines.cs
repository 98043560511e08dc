namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>Reads the lines of a slice, one in memory at a time.</summary>
internal static class SliceLines
{
    /// <summary>The longest line; what is longer was not written by us.</summary>
    private const int Most = 4 * 1024 * 1024;

    /// <summary>The lines, without their ends.</summary>
    /// <exception cref="InvalidDataException">A line is longer than any that is written.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(Stream text)
    {
        var buffer = new byte[64 * 1024];
        var start = 0;
        var end = 0;
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (at >= 0)
            {
                yield return buffer.AsMemory(start, at);
                start += at + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
            if (end == buffer.Length)
            {
                if (buffer.Length >= Most)
                {
                    throw new InvalidDataException("A line of a slice has no end.");
                }

                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = text.Read(buffer.AsSpan(end));
            if (read == 0)
            {
                break;
            }

            end += read;
        }

        if (end > start)
        {
            yield return buffer.AsMemory(start, end - start);
        }
    }
}
