namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>
/// The values of one record, as places in the text that holds it, or as bytes of its own where the text has them in another form
/// (escaped, doubled quotes). One serves all records of a reader.
/// </summary>
internal sealed class RecordFields
{
    /// <summary>How many values without a name, known by their position, are kept: Windows events have up to thirty.</summary>
    public const int MostPositions = 40;

    private static readonly int Named = Enum.GetValues<SignInField>().Length;

    private readonly (int Start, int Length, Form Form)[] _values = new (int, int, Form)[Named + MostPositions];
    private readonly List<(int Start, int Length, Form Form)> _steps = [];
    private byte[] _own = new byte[1024];
    private int _ownLength;

    private enum Form
    {
        None,
        Slice,
        Own,
    }

    /// <summary>How many positions have a value.</summary>
    public int Positions { get; private set; }

    /// <summary>How many steps of the authentication say something.</summary>
    public int Steps => _steps.Count;

    /// <summary>Where the value at a position is kept: a slot as <see cref="Slot(SignInField)"/> gives one.</summary>
    public static int PositionSlot(int position) => Named + position;

    /// <summary>Where a field is kept.</summary>
    public static int Slot(SignInField field) => (int)field;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_values);
        _steps.Clear();
        _ownLength = 0;
        Positions = 0;
    }

    /// <summary>Whether a slot has a value, empty or not.</summary>
    public bool Has(int slot) => _values[slot].Form != Form.None;

    /// <summary>A slot's value; empty when there is none.</summary>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text, int slot) => Bytes(text, _values[slot]);

    /// <summary>What a step of the authentication says.</summary>
    public ReadOnlySpan<byte> Step(ReadOnlySpan<byte> text, int index) => Bytes(text, _steps[index]);

    /// <summary>Keeps a place in the text. Of several for one slot the first stays; steps are all kept, up to a bound; positions take the last.</summary>
    public void Set(int slot, int start, int length) => Keep(slot, (start, length, Form.Slice));

    /// <summary>Keeps bytes that the text has in another form.</summary>
    public void SetOwn(int slot, ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        SetRoom(slot, value.Length);
    }

    /// <summary>Room for a value of that many bytes at most, to be kept by <see cref="SetRoom"/>.</summary>
    public Span<byte> Room(int most)
    {
        if (_own.Length - _ownLength < most)
        {
            Array.Resize(ref _own, Math.Max(_own.Length * 2, _ownLength + most));
        }

        return _own.AsSpan(_ownLength, most);
    }

    /// <summary>Keeps the first bytes of the room.</summary>
    public void SetRoom(int slot, int length)
    {
        Keep(slot, (_ownLength, length, Form.Own));
        _ownLength += length;
    }

    private void Keep(int slot, (int Start, int Length, Form Form) value)
    {
        const int MostSteps = 16;
        if (slot == (int)SignInField.StepDetail)
        {
            if (_steps.Count < MostSteps)
            {
                _steps.Add(value);
            }
        }
        else if (slot >= Named)
        {
            _values[slot] = value;
            Positions = Math.Max(Positions, slot - Named + 1);
        }
        else if (_values[slot].Form == Form.None)
        {
            _values[slot] = value;
        }
    }

    private ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> text, (int Start, int Length, Form Form) value) => value.Form switch
    {
        Form.Slice => text.Slice(value.Start, value.Length),
        Form.Own => _own.AsSpan(value.Start, value.Length),
        _ => [],
    };
}
