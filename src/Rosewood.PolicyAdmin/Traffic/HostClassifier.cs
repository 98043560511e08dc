using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rosewood.PolicyAdmin.Catalogue;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>
/// Tells what a line's host is. A log names the same few thousand hosts again and again, so answers are remembered in a small
/// table that each host may only have one place in: one hash, one comparison, no allocation. Serves one thread.
/// </summary>
internal sealed class HostClassifier
{
    private const int Bits = 12;
    private const int LongestRemembered = 2 * 32;

    private readonly ServiceCatalogue _catalogue;
    private readonly Entry[] _entries = new Entry[1 << Bits];

    public HostClassifier(ServiceCatalogue catalogue) => _catalogue = catalogue;

    /// <summary>What the host is.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HostClass Classify(ReadOnlySpan<byte> host)
    {
        if (host.Length is < 8 or > LongestRemembered)
        {
            return Decide(host);
        }

        ref var first = ref MemoryMarshal.GetReference(host);
        var head = Unsafe.ReadUnaligned<ulong>(ref first);
        var middle = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (host.Length - 8) / 2));
        var tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, host.Length - 8));
        var hash = ((head ^ ((ulong)host.Length << 56)) * 0x9E3779B97F4A7C15) ^ (middle * 0xC2B2AE3D27D4EB4F) ^ (tail * 0x165667B19E3779F9);
        ref var entry = ref _entries[(int)((hash * 0x9E3779B97F4A7C15) >> (64 - Bits))];
        if (entry.Length == host.Length && host.SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<Name, byte>(ref entry.Name), host.Length)))
        {
            return entry.Class;
        }

        entry.Length = host.Length;
        host.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<Name, byte>(ref entry.Name), LongestRemembered));
        entry.Class = Decide(host);
        return entry.Class;
    }

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
        public int Length;
        public HostClass Class;
    }
}

/// <summary>What a line's host is.</summary>
/// <param name="Match">The catalogue's answer.</param>
/// <param name="Hidden">Whether traffic to it escapes the log.</param>
/// <param name="IsNamed">Whether it is a name, not an address or nothing.</param>
internal readonly record struct HostClass(HostMatch Match, HiddenTrafficKind Hidden, bool IsNamed);
