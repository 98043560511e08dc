using System.Buffers.Binary;
using System.Numerics;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// Gives the same string for the same bytes, from a bounded memory: two places for each hash, the older text gives way. A record asks a
/// dozen times, so the hash is a cheap one; texts made to meet in it cost only that they are decoded again.
/// </summary>
/// <param name="read">Makes the text of bytes not seen before.</param>
internal sealed class TextPool(Func<ReadOnlySpan<byte>, string?> read)
{
    private const int Bits = 13;
    private const int LongestKept = 512;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private readonly (byte[]? Key, string? Text)[] _entries = new (byte[]?, string?)[1 << Bits];

    /// <summary>The text of these bytes.</summary>
    public string? this[ReadOnlySpan<byte> bytes]
    {
        get
        {
            var place = (int)(Hash(bytes) >> (64 - Bits));
            ref var entry = ref _entries[place];
            if (entry.Key is not null && bytes.SequenceEqual(entry.Key))
            {
                return entry.Text;
            }

            ref var other = ref _entries[place ^ 1];
            if (other.Key is not null && bytes.SequenceEqual(other.Key))
            {
                return other.Text;
            }

            var text = read(bytes);
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
