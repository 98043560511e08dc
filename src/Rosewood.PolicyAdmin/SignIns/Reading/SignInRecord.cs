namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>One record: the text that holds it and the places of its values.</summary>
/// <param name="text">The text, valid while the record is looked at.</param>
/// <param name="fields">The places.</param>
internal readonly ref struct SignInRecord(ReadOnlySpan<byte> text, RecordFields fields)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>The places of the values; more can be added.</summary>
    public RecordFields Fields => fields;

    /// <summary>A field's value, spaces around it cut off; empty when there is none.</summary>
    public ReadOnlySpan<byte> this[SignInField field] => fields.Value(_text, RecordFields.Slot(field)).Trim((byte)' ');

    /// <summary>Whether the field is there, empty or not.</summary>
    public bool Has(SignInField field) => fields.Has(RecordFields.Slot(field));

    /// <summary>The value at a position, for events that name none.</summary>
    public ReadOnlySpan<byte> At(int position) => fields.Value(_text, RecordFields.PositionSlot(position)).Trim((byte)' ');

    /// <summary>What one step of the authentication says.</summary>
    public ReadOnlySpan<byte> Step(int index) => fields.Step(_text, index);
}
