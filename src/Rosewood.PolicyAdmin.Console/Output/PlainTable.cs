using System.Text;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A table for pipes and files: aligned, no colour, nothing cut off. Later rows keep the widths of the first batch.</summary>
internal sealed class PlainTable(Stream output)
{
    private const string Gap = "  ";
    private int[] _widths = [];

    public void Print(OutputShape shape, IReadOnlyList<string> columns, IReadOnlyList<object> rows, bool first)
    {
        var cells = rows.Select(r => columns.Select(c => VisibleText.Of(CellText.Short(shape.ShownOf(r, c)))).ToArray()).ToList();
        var text = new StringBuilder();
        if (first)
        {
            _widths = [.. columns.Select((c, i) => Math.Max(c.Length, cells.Max(r => DisplayWidth.Of(r[i]))))];
            if (!shape.IsPlain)
            {
                Line(text, shape, columns, columns);
                Line(text, shape, columns, [.. columns.Select(static c => new string('-', c.Length))]);
            }
        }

        foreach (var row in cells)
        {
            Line(text, shape, columns, row);
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private void Line(StringBuilder text, OutputShape shape, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        var start = text.Length;
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : Gap).Append(DisplayWidth.Pad(cells[i], _widths[i], shape.IsNumber(columns[i])));
        }

        while (text.Length > start && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }
}
