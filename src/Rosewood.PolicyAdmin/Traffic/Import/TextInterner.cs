namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Gives the same string for the same bytes, so that a user's ten thousandth hit costs no allocation. Bounded: when full it
/// starts afresh. Serves one thread.
/// </summary>
internal sealed class TextInterner
{
    private const int Bits = 13;
    private const int LongestKept = 512;

    private readonly Func<ReadOnlySpan<byte>, string?> _read;
    private readonly (byte[]? Key, string? Text)[] _entries = new (byte[]?, string?)[1 << Bits];

    /// <param name="read">Makes the text of bytes not seen before.</param>
    public TextInterner(Func<ReadOnlySpan<byte>, string?> read) => _read = read;

    public string? this[ReadOnlySpan<byte> bytes]
    {
        get
        {
            if (bytes.IsEmpty)
            {
                return null;
            }

            var hash = new HashCode();
            hash.AddBytes(bytes);
            var place = (uint)hash.ToHashCode() >> (32 - Bits);
            ref var entry = ref _entries[place];
            if (entry.Key is not null && bytes.SequenceEqual(entry.Key))
            {
                return entry.Text;
            }

            // A second place for each, so that two that meet often don't drive each other out.
            ref var other = ref _entries[place ^ 1];
            if (other.Key is not null && bytes.SequenceEqual(other.Key))
            {
                return other.Text;
            }

            var text = _read(bytes);
            if (bytes.Length <= LongestKept)
            {
                other = entry.Key is null ? other : entry;
                entry = (bytes.ToArray(), text);
            }

            return text;
        }
    }
}
