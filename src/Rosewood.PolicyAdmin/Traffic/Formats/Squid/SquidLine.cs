using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rosewood.PolicyAdmin.Traffic.Formats.Squid;

/// <summary>
/// Where the fields of a native line begin and end:
/// <c>time elapsed client result/status bytes method url user hierarchy/peer mime [request] [reply]</c>.
/// Without headers (<c>log_mime_hdrs off</c>) the last fields are found from the end: an address may hold spaces
/// (<c>uri_whitespace allow</c>), user, peer and type never do.
/// </summary>
internal struct SquidLine
{
    /// <summary>Ten digits of seconds (2001 to 2286), a dot, three digits, a space.</summary>
    private const int TimeLength = 15;

    /// <summary>What a line with headers ends in.</summary>
    private const byte HeadersEnd = (byte)']';

    public long Seconds;
    public int Milliseconds;
    public int Elapsed;
    public int Client;
    public int Result;
    public int Status;
    public int Bytes;
    public int Method;
    public int Url;
    public int UrlEnd;
    public int User;
    public int UserEnd;
    public int Peer;
    public int PeerEnd;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool HasUser(ReadOnlySpan<byte> line) => UserEnd - User > 1 || line[User] != '-';

    /// <summary>Splits a line.</summary>
    /// <returns>False when it is malformed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySplit(ReadOnlySpan<byte> line) => TrySplitFast(line) || TrySplitSlow(line);

    /// <summary>Handles what almost every line is; false says nothing about the line. What it finds, <see cref="TrySplitSlow"/> finds too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TrySplitFast(ReadOnlySpan<byte> line)
    {
        const int Window = 2 * 32;
        if (!Vector256.IsHardwareAccelerated || line.Length < TimeLength - 1 + Window || !TryReadTime(line))
        {
            return false;
        }

        // One bit for each byte: the six fields up to the address mostly end within 64 bytes after the time.
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(line), TimeLength - 1);
        var spaces = Spaces(ref first) | ((ulong)Spaces(ref Unsafe.Add(ref first, 32)) << 32);
        var starts = (spaces << 1) & ~spaces;
        if (BitOperations.PopCount(starts) < 6)
        {
            return false;
        }

        Elapsed = Next(ref starts);
        Client = Next(ref starts);
        Result = Next(ref starts);
        Bytes = Next(ref starts);
        Method = Next(ref starts);
        Url = Next(ref starts);
        return IsNumberAt(line, Elapsed) && IsNumberAt(line, Bytes) && TryReadStatus(line, Bytes - 1) && TrySplitTail(line);
    }

    /// <summary>Handles every well-formed line.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TrySplitSlow(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TimeLength || !TryReadTime(line))
        {
            return false;
        }

        var end = TimeLength - 1;
        return NextField(line, ref end, out Elapsed) && IsNumberAt(line, Elapsed)
            && NextField(line, ref end, out Client)
            && NextField(line, ref end, out Result) && TryReadStatus(line, end)
            && NextField(line, ref end, out Bytes) && IsNumberAt(line, Bytes)
            && NextField(line, ref end, out Method)
            && NextField(line, ref end, out Url)
            && (line[^1] == HeadersEnd ? TrySplitTailForwards(line, end) : TrySplitTailBackwards(line));
    }

    private bool TrySplitTailForwards(ReadOnlySpan<byte> line, int end)
    {
        UrlEnd = end;
        return NextField(line, ref end, out User) && (UserEnd = end) > 0
            && NextField(line, ref end, out Peer) && (PeerEnd = end) > 0
            && NextField(line, ref end, out _);
    }

    private bool TrySplitTailBackwards(ReadOnlySpan<byte> line)
    {
        var start = line.Length;
        return PreviousField(line, ref start, out _)
            && PreviousField(line, ref start, out PeerEnd) && (Peer = start) > 0
            && PreviousField(line, ref start, out UserEnd) && (User = start) > 0
            && (UrlEnd = line[..start].LastIndexOfAnyExcept((byte)' ') + 1) > Url;
    }

    private static bool NextField(ReadOnlySpan<byte> line, ref int end, out int start)
    {
        var skip = line[end..].IndexOfAnyExcept((byte)' ');
        if (skip < 0)
        {
            start = line.Length;
            return false;
        }

        start = end + skip;
        var length = line[start..].IndexOf((byte)' ');
        end = length < 0 ? line.Length : start + length;
        return true;
    }

    private static bool PreviousField(ReadOnlySpan<byte> line, ref int start, out int end)
    {
        end = line[..start].LastIndexOfAnyExcept((byte)' ') + 1;
        start = line[..end].LastIndexOf((byte)' ') + 1;
        return end > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TrySplitTail(ReadOnlySpan<byte> line)
    {
        // The last three spaces are those that end the address, the user and the peer.
        var window = line.Length - 64;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(line), window);
        var spaces = Spaces(ref first) | ((ulong)Spaces(ref Unsafe.Add(ref first, 32)) << 32);
        if (BitOperations.PopCount(spaces) < 3 || line[^1] is (byte)' ' or HeadersEnd)
        {
            return false;
        }

        PeerEnd = window + Last(ref spaces);
        UserEnd = window + Last(ref spaces);
        UrlEnd = window + Last(ref spaces);
        Peer = UserEnd + 1;
        User = UrlEnd + 1;

        // Two spaces in a row, or too few fields: let the slow path judge.
        return PeerEnd > Peer && UserEnd > User && UrlEnd > Url && line[UrlEnd - 1] != ' ';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadTime(ReadOnlySpan<byte> line)
    {
        // Eight digits at once (see "Faster integer parsing" by Johnny Lee and Wojciech Muła's notes on SWAR).
        var eight = BinaryPrimitives.ReadUInt64LittleEndian(line);
        if (!AreDigits(eight) || line[10] != '.' || line[14] != ' ')
        {
            return false;
        }

        var last = ((uint)(line[8] - '0') * 10) + (uint)(line[9] - '0');
        int a = line[11] - '0', b = line[12] - '0', c = line[13] - '0';
        if ((uint)(line[8] - '0') > 9 || (uint)(line[9] - '0') > 9 || (uint)a > 9 || (uint)b > 9 || (uint)c > 9)
        {
            return false;
        }

        Seconds = (Number(eight) * 100L) + last;
        Milliseconds = (a * 100) + (b * 10) + c;
        return true;
    }

    /// <param name="line">The line.</param>
    /// <param name="end">Where the result field ends, in <c>/</c> and three digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadStatus(ReadOnlySpan<byte> line, int end)
    {
        if (end - Result < 5)
        {
            return false;
        }

        int a = line[end - 3] - '0', b = line[end - 2] - '0', c = line[end - 1] - '0';
        Status = (a * 100) + (b * 10) + c;
        return line[end - 4] == '/' && (uint)a <= 9 && (uint)b <= 9 && (uint)c <= 9;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNumberAt(ReadOnlySpan<byte> line, int start) => (uint)(line[start] - '0') <= 9 || line[start] == '-';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ref ulong starts)
    {
        var at = TimeLength - 1 + BitOperations.TrailingZeroCount(starts);
        starts &= starts - 1;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Last(ref ulong spaces)
    {
        var at = 63 - BitOperations.LeadingZeroCount(spaces);
        spaces ^= 1UL << at;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Spaces(ref byte at) => Vector256.Equals(Vector256.LoadUnsafe(ref at), Vector256.Create((byte)' ')).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong eight) =>
        ((eight & 0xF0F0F0F0F0F0F0F0) | (((eight + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4)) == 0x3333333333333333;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Number(ulong eight)
    {
        eight = (eight & 0x0F0F0F0F0F0F0F0F) * 2561 >> 8;
        eight = (eight & 0x00FF00FF00FF00FF) * 6553601 >> 16;
        return (uint)((eight & 0x0000FFFF0000FFFF) * 42949672960001 >> 32);
    }
}
