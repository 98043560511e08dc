using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Cuts a table into records of sign-ins, one for each row.</summary>
/// <param name="columns">What the columns mean.</param>
/// <param name="delimiter">What separates fields.</param>
/// <param name="headerRows">How many rows come before the first record.</param>
internal sealed class CsvRecords(CsvColumns columns, byte delimiter, int headerRows) : CsvCutter(delimiter, headerRows), IRecordSource
{
    private readonly RecordFields _fields = new();
    private RecordTaker? _taker;

    /// <inheritdoc/>
    public string Unit => "line";

    /// <inheritdoc/>
    public bool Read(TextWindow window, RecordTaker taker)
    {
        _taker = taker;
        return Cut(window);
    }

    /// <inheritdoc/>
    protected override bool Take(ReadOnlySpan<byte> text, MultilineCsvRow row, long line)
    {
        _fields.Clear();
        for (var i = 0; i < row.Count && i < columns.Slots.Count; i++)
        {
            if (columns.Slots[i] >= 0)
            {
                Keep(text, row[i], columns.Slots[i]);
            }
        }

        return _taker!.Take(new SignInRecord(text, _fields), line);
    }

    /// <inheritdoc/>
    protected override bool Refuse(long line, string reason) => _taker!.Refuse(line, reason);

    private void Keep(ReadOnlySpan<byte> text, (int Start, int Length, bool IsDoubled) field, int slot)
    {
        if (!field.IsDoubled)
        {
            _fields.Set(slot, field.Start, field.Length);
            return;
        }

        _fields.SetRoom(slot, Scratch.Undouble(text.Slice(field.Start, field.Length), _fields.Room(field.Length)));
    }
}
