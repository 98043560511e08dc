using System.Text;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>
/// Picks the values of known keys out of a line's pairs. Where a key comes twice the first counts: what a browser sends (agent, referrer)
/// stands near a line's end, and must not be able to put another value in a key's place. Holds places, not text; nothing allocates.
/// </summary>
internal sealed class PairFields
{
    private readonly byte[][][] _names;
    private readonly (int Start, int Length)[] _values;
    private readonly bool[] _found;

    /// <param name="names">Keys to look for, without regard to case; of one value, all the names that versions give it, separated by <c>|</c>.</param>
    public PairFields(params ReadOnlySpan<string> names)
    {
        _names = new byte[names.Length][][];
        _values = new (int, int)[names.Length];
        _found = new bool[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = [.. names[i].Split('|').Select(Encoding.UTF8.GetBytes)];
        }
    }

    /// <summary>Reads pairs, and forgets what was read before.</summary>
    /// <param name="line">The text that the pairs stand in.</param>
    /// <param name="pairs">The pairs.</param>
    public void Read(ReadOnlySpan<byte> line, KeyValues pairs)
    {
        Clear();
        while (pairs.MoveNext())
        {
            Add(line, pairs.Key, pairs.Value);
        }
    }

    /// <summary>Reads pairs, and forgets what was read before.</summary>
    /// <param name="line">The text that the pairs stand in.</param>
    /// <param name="pairs">The pairs.</param>
    public void Read(ReadOnlySpan<byte> line, CefPairs pairs)
    {
        Clear();
        while (pairs.MoveNext())
        {
            Add(line, pairs.Key, pairs.Value);
        }
    }

    /// <summary>Whether a key is there, with a value or without.</summary>
    /// <param name="index">The key's index.</param>
    public bool Has(int index) => _found[index];

    /// <summary>A value as written; empty when there is none.</summary>
    /// <param name="line">The text that was read.</param>
    /// <param name="index">The key's index.</param>
    public ReadOnlySpan<byte> this[ReadOnlySpan<byte> line, int index] => line.Slice(_values[index].Start, _values[index].Length);

    private void Clear()
    {
        Array.Clear(_values);
        Array.Clear(_found);
    }

    private void Add(ReadOnlySpan<byte> line, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        // Where pairs are separated by "; " a key begins with a space.
        key = key[(key.LastIndexOf((byte)' ') + 1)..];
        for (var i = 0; i < _names.Length; i++)
        {
            if (!IsNamed(_names[i], key))
            {
                continue;
            }

            _found[i] = true;
            if (_values[i].Length == 0 && !value.IsEmpty && line.Overlaps(value, out var start))
            {
                _values[i] = (start, value.Length);
            }

            return;
        }
    }

    private static bool IsNamed(byte[][] names, ReadOnlySpan<byte> key)
    {
        foreach (var name in names)
        {
            if (name.Length == key.Length && Ascii.EqualsIgnoreCase(name, key))
            {
                return true;
            }
        }

        return false;
    }
}
