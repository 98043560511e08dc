using System.Buffers.Binary;
using System.Numerics;

namespace Rosewood.PolicyAdmin.Traffic.Import;

/// <summary>
/// Gives the same string for the same bytes, so that a user's ten thousandth hit costs no allocation. Bounded: two places for each hash,
/// the older text gives way. The hash is a cheap one; texts made to meet in it cost only that they are decoded again. Serves one thread.
/// </summary>
internal sealed class TextInterner
{
    private const int Bits = 13;
    private const int LongestKept = 512;
    private const ulong Factor = 0x9E3779B97F4A7C15;

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

            var place = (int)(Hash(bytes) >> (64 - Bits));
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

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Factor;
        if (bytes.Length < sizeof(ulong))
        {
            foreach (var b in bytes)
            {
                hash = (hash ^ b) * Factor;
            }

            return hash;
        }

        // The last eight bytes may be taken in part twice.
        for (var i = 0; i < bytes.Length - sizeof(ulong); i += sizeof(ulong))
        {
            hash = (BitOperations.RotateLeft(hash, 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[i..])) * Factor;
        }

        return (BitOperations.RotateLeft(hash, 29) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..])) * Factor;
    }
}
