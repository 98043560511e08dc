using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>Cuts a table into records, one for each row; the header and what programs write before it are passed over.</summary>
/// <param name="columns">What the columns mean.</param>
/// <param name="delimiter">What separates fields.</param>
/// <param name="headerRows">How many rows come before the first record.</param>
internal sealed class CsvRecords(CsvColumns columns, byte delimiter, int headerRows) : IRecordSource
{
    private readonly MultilineCsvRow _row = new(delimiter);
    private readonly RecordFields _fields = new();
    private int _passed;

    /// <inheritdoc/>
    public string Unit => "line";

    /// <inheritdoc/>
    public bool Read(TextWindow window, RecordTaker taker)
    {
        while (!window.Text.IsEmpty || window.TryFill())
        {
            var wasAtEnd = window.AtEnd;
            var end = _row.Split(window.Text, wasAtEnd);
            if (end == MultilineCsvRow.End.Open && (window.TryFill() || window.AtEnd != wasAtEnd))
            {
                continue;
            }

            if (end != MultilineCsvRow.End.Whole)
            {
                if (!taker.Refuse(window.Line, "its quotes do not fit together, or it is longer than 1 MB."))
                {
                    return false;
                }

                // Going on behind the line rather than behind the row: an open quote must not take what follows with it.
                PassLine(window);
                continue;
            }

            if (!TakeRow(window.Text, window.Line, taker))
            {
                return false;
            }

            window.Consume(_row.Length);
        }

        return true;
    }

    private static void PassLine(TextWindow window)
    {
        int end;
        while ((end = window.Text.IndexOf((byte)'\n')) < 0)
        {
            window.Consume(window.Text.Length);
            if (!window.TryFill())
            {
                return;
            }
        }

        window.Consume(end + 1);
    }

    private bool TakeRow(ReadOnlySpan<byte> text, long line, RecordTaker taker)
    {
        if (_row.IsEmpty)
        {
            return true;
        }

        if (_passed < headerRows)
        {
            _passed++;
            return true;
        }

        _fields.Clear();
        for (var i = 0; i < _row.Count && i < columns.Slots.Count; i++)
        {
            if (columns.Slots[i] >= 0)
            {
                Keep(text, i, columns.Slots[i]);
            }
        }

        return taker.Take(new SignInRecord(text, _fields), line);
    }

    private void Keep(ReadOnlySpan<byte> text, int index, int slot)
    {
        var (start, length, isDoubled) = _row[index];
        if (!isDoubled)
        {
            _fields.Set(slot, start, length);
            return;
        }

        _fields.SetRoom(slot, Scratch.Undouble(text.Slice(start, length), _fields.Room(length)));
    }
}
