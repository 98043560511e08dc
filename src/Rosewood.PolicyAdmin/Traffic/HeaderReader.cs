using Rosewood.PolicyAdmin.Traffic.Text;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Reads the rows of a <see cref="HeaderFormat"/>.</summary>
/// <param name="format">The format.</param>
/// <param name="options">What the log leaves open.</param>
internal abstract class HeaderReader(HeaderFormat format, LogReaderOptions options) : TextLogReader(format.Name, options)
{
    private readonly CsvRow _row = new();
    private bool _isMapped;

    /// <inheritdoc/>
    public sealed override void Begin(ReadOnlySpan<byte> header)
    {
        _isMapped = !header.IsEmpty && TryMap(header);
    }

    /// <summary>Notes which column holds what.</summary>
    protected abstract void Map(ColumnHeader header);

    /// <summary>Reads a row by the columns noted.</summary>
    protected abstract bool ReadRow(ReadOnlySpan<byte> line, ref LogFields fields);

    /// <inheritdoc/>
    protected sealed override bool Read(ReadOnlySpan<byte> line, ref LogFields fields)
    {
        if (TryMap(line))
        {
            _isMapped = true;
            fields.IsNote = true;
            return true;
        }

        return _isMapped && _row.TrySplit(line, format.Delimiter) && ReadRow(line, ref fields);
    }

    /// <summary>A column's value in the row that is read; empty where the column or the value is not there.</summary>
    /// <param name="line">The row.</param>
    /// <param name="column">From <see cref="ColumnHeader.Find"/>; −1 for none.</param>
    protected ReadOnlySpan<byte> Value(ReadOnlySpan<byte> line, int column) => _row.Field(line, column, Scratch).Trim((byte)' ');

    private bool TryMap(ReadOnlySpan<byte> line)
    {
        if (!format.IsHeader(line))
        {
            return false;
        }

        Map(new ColumnHeader(line.StartsWith("\uFEFF"u8) ? line["\uFEFF"u8.Length..] : line, format.Delimiter));
        return true;
    }
}
