namespace Rosewood.PolicyAdmin.Exports;

/// <summary>The values of one record, each with the slot of its field, in the order in which they stood; a field may have several.</summary>
internal sealed class FieldValues
{
    /// <summary>More values of one record are not kept.</summary>
    private const int Most = 4096;

    private readonly List<(int Slot, int Start, int Length)> _values = [];
    private byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>How many values there are.</summary>
    public int Count => _values.Count;

    /// <summary>A value's slot.</summary>
    public int SlotAt(int index) => _values[index].Slot;

    /// <summary>A value.</summary>
    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_values[index].Start, _values[index].Length).Trim(" \t\r\n"u8);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _values.Clear();
        _length = 0;
    }

    /// <summary>The first value of a slot that is not empty; empty when there is none.</summary>
    public ReadOnlySpan<byte> First(int slot)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            if (_values[i].Slot == slot && this[i] is { IsEmpty: false } value)
            {
                return value;
            }
        }

        return [];
    }

    /// <summary>Whether a slot has a value, empty or not.</summary>
    public bool Has(int slot) => _values.Exists(v => v.Slot == slot);

    /// <summary>Keeps a value.</summary>
    public void Add(int slot, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Take(slot, value.Length);
    }

    /// <summary>Room for a value of that many bytes at most, to be kept by <see cref="Take"/>.</summary>
    public Span<byte> Room(int most)
    {
        if (_bytes.Length - _length < most)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + most));
        }

        return _bytes.AsSpan(_length, most);
    }

    /// <summary>Keeps the first bytes of the room.</summary>
    public void Take(int slot, int length)
    {
        if (_values.Count < Most)
        {
            _values.Add((slot, _length, length));
            _length += length;
        }
    }
}
