using Rosewood.PolicyAdmin.Exports;
using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>Cuts a table into records of mail.</summary>
/// <param name="slots">What the columns mean.</param>
/// <param name="header">The header.</param>
/// <param name="take">Takes the records; false: no more is wanted.</param>
/// <param name="refuse">Takes note of what is no record.</param>
internal sealed class CsvMailRecords(int[] slots, CsvHeader header, Func<FieldValues, long, bool> take, Func<long, string, bool> refuse) : CsvCutter(header.Delimiter, header.Rows)
{
    private readonly FieldValues _values = new();

    /// <summary>Gives all records.</summary>
    public void Read(TextWindow window) => Cut(window);

    /// <inheritdoc/>
    protected override bool Take(ReadOnlySpan<byte> text, MultilineCsvRow row, long line)
    {
        _values.Clear();
        for (var i = 0; i < row.Count && i < slots.Length; i++)
        {
            if (slots[i] < 0)
            {
                continue;
            }

            var (start, length, isDoubled) = row[i];
            var value = text.Slice(start, length);
            if (isDoubled)
            {
                _values.Take(slots[i], Scratch.Undouble(value, _values.Room(length)));
            }
            else
            {
                _values.Add(slots[i], value);
            }
        }

        return take(_values, line);
    }

    /// <inheritdoc/>
    protected override bool Refuse(long line, string reason) => refuse(line, reason);
}
