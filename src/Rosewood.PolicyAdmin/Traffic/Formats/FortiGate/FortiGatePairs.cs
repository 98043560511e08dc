using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic.Formats.FortiGate;

/// <summary>Takes a record's pairs apart: fast where quotes are as they should be, which is nearly always, and else by <see cref="KeyValues"/>.</summary>
internal static class FortiGatePairs
{
    private const int Chunk = 64;

    /// <summary>Fills a record.</summary>
    public static void Split(ReadOnlySpan<byte> line, ref FortiGateRecord record)
    {
        if (!TrySplitFast(line, ref record))
        {
            record = default;
            SplitSlow(line, ref record);
        }
    }

    /// <summary>The plain way.</summary>
    public static void SplitSlow(ReadOnlySpan<byte> line, ref FortiGateRecord record)
    {
        var pairs = new KeyValues(line);
        while (pairs.MoveNext())
        {
            record.Take(pairs.Key, pairs.Value);
        }
    }

    /// <summary>
    /// Finds the spaces outside quotes, 64 bytes at a time: a byte is inside where the number of quotes before it is odd. False says nothing
    /// about the line, but that it has escapes, or quotes that are not those around a value; the record is then half filled.
    /// </summary>
    public static bool TrySplitFast(ReadOnlySpan<byte> line, ref FortiGateRecord record)
    {
        if (!Vector256.IsHardwareAccelerated || line.Length < Chunk || line.Contains((byte)'\\'))
        {
            return false;
        }

        ref var first = ref MemoryMarshal.GetReference(line);
        var start = 0;
        var quotesAtStart = 0;
        var quotes = 0;
        ulong carry = 0;
        for (var at = 0; at < line.Length; at += Chunk)
        {
            // The last chunk is laid so that it ends with the line; what it holds of the one before is masked out.
            var back = Math.Max(0, at + Chunk - line.Length);
            ref var chunk = ref Unsafe.Add(ref first, at - back);
            var isQuote = Mask(ref chunk, (byte)'"') >> back;
            var isSpace = Mask(ref chunk, (byte)' ') >> back;
            var inside = PrefixXor(isQuote) ^ carry;
            carry = (ulong)((long)inside >> 63);
            var ends = isSpace & ~inside;
            while (ends != 0)
            {
                var bit = BitOperations.TrailingZeroCount(ends);
                ends &= ends - 1;
                var quotesHere = quotes + BitOperations.PopCount(isQuote & ((1UL << bit) - 1));
                if (!TryTake(line[start..(at + bit)], quotesHere - quotesAtStart, ref record))
                {
                    return false;
                }

                start = at + bit + 1;
                quotesAtStart = quotesHere;
            }

            quotes += BitOperations.PopCount(isQuote);
        }

        return TryTake(line[start..], quotes - quotesAtStart, ref record);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTake(ReadOnlySpan<byte> token, int quotes, ref FortiGateRecord record)
    {
        var equals = token.IndexOf((byte)'=');
        if (equals <= 0)
        {
            return quotes == 0;
        }

        var value = token[(equals + 1)..];
        if (quotes == 0)
        {
            record.Take(token[..equals], value);
            return true;
        }

        if (quotes != 2 || value.Length < 2 || value[0] != '"' || value[^1] != '"')
        {
            return false;
        }

        record.Take(token[..equals], value[1..^1]);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(ref byte chunk, byte value)
    {
        var wanted = Vector256.Create(value);
        return Vector256.Equals(Vector256.LoadUnsafe(ref chunk), wanted).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref chunk, 32), wanted).ExtractMostSignificantBits() << 32);
    }

    /// <summary>Of each bit the parity of itself and all below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PrefixXor(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}
