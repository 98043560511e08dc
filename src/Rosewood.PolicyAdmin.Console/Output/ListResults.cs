using System.Collections;
using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.SignIns;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A block for each object: <c>Name : value</c>, nothing cut off.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="colour">Whether names stand out.</param>
/// <param name="width">The width to break lines at, between words.</param>
/// <param name="timeline">Draws days of sign-ins below their block; null: they are data like the rest.</param>
internal sealed class ListResults(Stream output, bool colour, int width = int.MaxValue, TimelineDrawing? timeline = null) : IResultWriter
{
    private const int LongestLine = 80;

    /// <summary>Lines are not broken where hardly anything would stand beside the names.</summary>
    private const int LeastRoom = 24;

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
            Block(text, _shape, value);
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private void Block(StringBuilder text, OutputShape shape, object value)
    {
        var names = shape.Names.Max(static n => n.Length);
        var drawn = new List<IReadOnlyList<SignInDay>>();
        foreach (var name in shape.Names)
        {
            var property = shape.ShownOf(value, name);
            if (timeline is not null && property is IReadOnlyList<SignInDay> days)
            {
                drawn.Add(days);
                continue;
            }

            var cell = Cell(property, names + 3);
            text.Append(colour ? "\e[1m" : "").Append(name.PadRight(names)).Append(colour ? "\e[0m" : "").Append(cell.Length == 0 ? " :" : " : ").Append(cell).Append('\n');
        }

        foreach (var days in drawn.Where(static d => d.Count > 0))
        {
            text.Append('\n').Append(timeline!.Draw(days));
        }
    }

    /// <summary>A value; the items of a long list each on a line of its own.</summary>
    private string Cell(object? value, int indent)
    {
        var cell = VisibleText.Of(CellText.Full(value));
        var lines = value is IEnumerable items and not string && cell.Length > LongestLine
            ? items.Cast<object?>().Select(i => VisibleText.Of(CellText.Full(i)))
            : [cell];
        var room = width - indent;
        return string.Join("\n" + new string(' ', indent), room < LeastRoom || width == int.MaxValue ? lines : lines.SelectMany(l => WrappedText.Lines(l, room)));
    }

    public void End()
    {
    }
}
