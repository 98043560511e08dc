using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Tells what a line's host is. A log names the same few thousand hosts again and again, so answers are remembered: a hash leads to
/// two places, a tag tells which of them may be the host's, and the bytes themselves decide. Nothing allocates. Serves one thread.
/// </summary>
internal sealed class HostClassifier
{
    private const int Bits = 13;
    private const int LongestRemembered = 64;

    private readonly ServiceCatalogue _catalogue;
    private readonly ulong[] _tags = new ulong[1 << Bits];
    private readonly Entry[] _entries = new Entry[1 << Bits];
    private int _turn;

    public HostClassifier(ServiceCatalogue catalogue) => _catalogue = catalogue;

    /// <summary>What the host is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public HostClass Classify(ReadOnlySpan<byte> host)
    {
        if (host.Length is >= 8 and <= LongestRemembered)
        {
            var tag = Tag(host);
            var place = (int)(tag >> (64 - Bits));
            if (_tags[place] != tag)
            {
                place ^= 1;
            }

            if (_tags[place] == tag)
            {
                ref var entry = ref _entries[place];
                if (IsSame(ref MemoryMarshal.GetReference(host), ref Unsafe.As<Name, byte>(ref entry.Name), host.Length))
                {
                    return entry.Class;
                }
            }

            return Remember(host, tag);
        }

        return Decide(host);
    }

    /// <summary>Compares 8 to 64 bytes in two steps that may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSame(ref byte a, ref byte b, int length)
    {
        if (length >= 32)
        {
            return Vector256.LoadUnsafe(ref a) == Vector256.LoadUnsafe(ref b)
                && Vector256.LoadUnsafe(ref a, (nuint)length - 32) == Vector256.LoadUnsafe(ref b, (nuint)length - 32);
        }

        if (length >= 16)
        {
            return Vector128.LoadUnsafe(ref a) == Vector128.LoadUnsafe(ref b)
                && Vector128.LoadUnsafe(ref a, (nuint)length - 16) == Vector128.LoadUnsafe(ref b, (nuint)length - 16);
        }

        return Unsafe.ReadUnaligned<ulong>(ref a) == Unsafe.ReadUnaligned<ulong>(ref b)
            && Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref a, length - 8)) == Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref b, length - 8));
    }

    /// <summary>A hash of parts of the host and, in its lowest bits, its whole length; never 0, which marks an empty place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tag(ReadOnlySpan<byte> host)
    {
        ref var first = ref MemoryMarshal.GetReference(host);
        var head = Unsafe.ReadUnaligned<ulong>(ref first);
        var middle = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (host.Length - 8) >> 1));
        var tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, host.Length - 8));
        var hash = (head * 0x9E3779B97F4A7C15) ^ (middle * 0xC2B2AE3D27D4EB4F) ^ (tail * 0x165667B19E3779F9);
        hash ^= hash >> 32;
        return ((hash * 0x9E3779B97F4A7C15) & ~0x7FUL) | (uint)host.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private HostClass Remember(ReadOnlySpan<byte> host, ulong tag)
    {
        var place = (int)(tag >> (64 - Bits));
        place = _tags[place] == 0 ? place : place ^ (_turn++ & 1);
        _tags[place] = tag;
        ref var entry = ref _entries[place];
        host.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Name, byte>(ref entry.Name), LongestRemembered));
        entry.Class = Decide(host);
        return entry.Class;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private HostClass Decide(ReadOnlySpan<byte> host)
    {
        // No top-level domain is numeric, so a host that ends in a digit is an IPv4 address; a colon makes it IPv6.
        var named = !host.IsEmpty && !char.IsAsciiDigit((char)host[^1]) && !host.Contains((byte)':');
        return new HostClass(named ? _catalogue.Match(host) : HostMatch.None, named ? HiddenTraffic.Of(host) : HiddenTrafficKind.None, named);
    }

    [InlineArray(LongestRemembered)]
    private struct Name
    {
        private byte _first;
    }

    private struct Entry
    {
        public Name Name;
        public HostClass Class;
    }
}

/// <summary>What a line's host is.</summary>
/// <param name="Match">The catalogue's answer.</param>
/// <param name="Hidden">Whether traffic to it escapes the log.</param>
/// <param name="IsNamed">Whether it is a name, not an address or nothing.</param>
internal readonly record struct HostClass(HostMatch Match, HiddenTrafficKind Hidden, bool IsNamed);
