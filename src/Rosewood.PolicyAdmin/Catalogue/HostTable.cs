using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Rosewood.PolicyAdmin.Catalogue;

/// <summary>
/// A set of host suffixes, looked up on label borders without allocating. Read for nearly every line of a log, almost always without a
/// hit, so a miss is made cheap: each border costs one hash of a fixed number of bytes and one look into a bitmap that stays in the
/// first-level cache; only a bit that is set leads to the table, and there the bytes themselves decide.
/// </summary>
internal sealed class HostTable
{
    private const int FilterShift = 16;
    private const int Empty = -1;

    private readonly byte[] _text;
    private readonly Entry[] _entries;
    private readonly int[] _slots;
    private readonly ulong[] _filter = new ulong[(1 << FilterShift) / 64];
    private readonly int _longest;

    /// <summary>Builds the table.</summary>
    /// <param name="hosts">Hosts in normal form; of two alike the first counts.</param>
    public HostTable(IReadOnlyList<string> hosts)
    {
        _text = new byte[hosts.Sum(h => h.Length)];
        _entries = new Entry[hosts.Count];
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(hosts.Count, 1) * 3)];
        Array.Fill(_slots, Empty);
        var offset = 0;
        for (var i = 0; i < hosts.Count; i++)
        {
            var text = _text.AsSpan(offset, hosts[i].Length);
            Encoding.ASCII.GetBytes(hosts[i], text);
            _entries[i] = new Entry(Hash(text), offset, text.Length);
            offset += text.Length;
            _longest = Math.Max(_longest, text.Length);
            Insert(i, text);
        }
    }

    /// <summary>The entry with the longest host that this host is, or lies under; −1 when there is none.</summary>
    /// <param name="host">A host in normal form.</param>
    public int Find(ReadOnlySpan<byte> host)
    {
        var suffix = host;
        while (true)
        {
            if (suffix.Length <= _longest)
            {
                var hash = Hash(suffix);
                if (((_filter[hash >> (32 - FilterShift + 6)] >> (int)(hash >> (32 - FilterShift))) & 1) != 0)
                {
                    var entry = FindExact(suffix, hash);
                    if (entry >= 0)
                    {
                        return entry;
                    }
                }
            }

            var dot = suffix.IndexOf((byte)'.');
            if (dot < 0)
            {
                return Empty;
            }

            suffix = suffix[(dot + 1)..];
        }
    }

    /// <summary>
    /// A hash over the first and last eight bytes and the length. Hosts that agree in all three share a hash; the table is fixed and the
    /// bytes are compared, so that costs a comparison and never an answer.
    /// </summary>
    private static uint Hash(ReadOnlySpan<byte> text)
    {
        ulong head;
        ulong tail;
        if (text.Length >= 8)
        {
            head = BinaryPrimitives.ReadUInt64LittleEndian(text);
            tail = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else if (text.Length >= 4)
        {
            head = BinaryPrimitives.ReadUInt32LittleEndian(text);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
        }
        else
        {
            head = text.Length == 0 ? 0u : (uint)(text[0] | (text[text.Length >> 1] << 8) | (text[^1] << 16));
            tail = 0;
        }

        var mixed = (head ^ BitOperations.RotateLeft(tail, 29) ^ (uint)text.Length) * 0x9E3779B97F4A7C15;
        mixed ^= mixed >> 32;
        return (uint)((mixed * 0xD6E8FEB86659FD93) >> 32);
    }

    private int FindExact(ReadOnlySpan<byte> suffix, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; _slots[slot] != Empty; slot = (slot + 1) & mask)
        {
            ref readonly var entry = ref _entries[_slots[slot]];
            if (entry.Hash == hash && suffix.SequenceEqual(_text.AsSpan(entry.Offset, entry.Length)))
            {
                return _slots[slot];
            }
        }

        return Empty;
    }

    private void Insert(int index, ReadOnlySpan<byte> text)
    {
        var hash = _entries[index].Hash;
        if (FindExact(text, hash) >= 0)
        {
            return;
        }

        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] != Empty)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = index;
        _filter[hash >> (32 - FilterShift + 6)] |= 1UL << (int)(hash >> (32 - FilterShift));
    }

    private readonly record struct Entry(uint Hash, int Offset, int Length);
}
