using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic.Text;

/// <summary>A header row: finds columns by any of the names that versions of a product give them, whatever their case, spaces and punctuation.</summary>
internal sealed class ColumnHeader
{
    private readonly string[] _names;

    /// <summary>Splits a header.</summary>
    /// <param name="line">The row.</param>
    /// <param name="delimiter">What separates names; a space stands for any number of them.</param>
    public ColumnHeader(ReadOnlySpan<byte> line, byte delimiter)
    {
        if (delimiter == ' ')
        {
            _names = [.. Encoding.UTF8.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PlainText.Squeeze)];
            return;
        }

        var row = new CsvRow();
        var scratch = new Scratch();
        var names = new List<string>();
        if (row.TrySplit(line.TrimEnd((byte)'\r'), delimiter))
        {
            for (var i = 0; i < row.Count; i++)
            {
                names.Add(PlainText.Squeeze(Encoding.UTF8.GetString(row.Field(line, i, scratch))));
            }
        }

        _names = [.. names];
    }

    /// <summary>How many columns.</summary>
    public int Count => _names.Length;

    /// <summary>The column with the first of these names that is there; -1 when none is.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(_names, PlainText.Squeeze(name)) is >= 0 and var index)
            {
                return index;
            }
        }

        return -1;
    }
}
