using System.Collections;
using System.Text;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A block for each object: <c>Name : value</c>, nothing cut off.</summary>
internal sealed class ListResults(Stream output, bool colour) : IResultWriter
{
    private const int LongestLine = 80;

    private OutputShape? _shape;
    private bool _any;

    public void Write(object value)
    {
        if (_shape?.Type != value.GetType())
        {
            _shape = new OutputShape(value.GetType());
        }

        var text = new StringBuilder(_any ? "\n" : "");
        _any = true;
        if (_shape.IsPlain)
        {
            text.Append(VisibleText.Of(CellText.Full(value))).Append('\n');
        }
        else
        {
            var width = _shape.Names.Max(static n => n.Length);
            foreach (var name in _shape.Names)
            {
                var cell = Cell(_shape.ValueOf(value, name), width);
                text.Append(colour ? "\e[1m" : "").Append(name.PadRight(width)).Append(colour ? "\e[0m" : "").Append(cell.Length == 0 ? " :" : " : ").Append(cell).Append('\n');
            }
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A value; the items of a long list each on a line of its own.</summary>
    private static string Cell(object? value, int width)
    {
        var cell = VisibleText.Of(CellText.Full(value));
        return value is IEnumerable items and not string && cell.Length > LongestLine
            ? string.Join("\n" + new string(' ', width + 3), items.Cast<object?>().Select(i => VisibleText.Of(CellText.Full(i))))
            : cell;
    }

    public void End()
    {
    }
}
