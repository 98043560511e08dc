using System.Text;
using Spectre.Console;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A table for people at a terminal: as wide as it, cells wrapped, words that matter in colour.</summary>
internal sealed class TerminalTable(Stream output, int width, bool colour)
{
    public void Print(OutputShape shape, IReadOnlyList<string> columns, IReadOnlyList<object> rows, bool first)
    {
        _ = first;
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;

        var table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        foreach (var column in columns)
        {
            var head = new TableColumn(new Text(column, new Style(decoration: Decoration.Bold)));
            table.AddColumn(shape.IsNumber(column) ? head.RightAligned() : head);
        }

        foreach (var row in rows)
        {
            table.AddRow(columns.Select(c => Cell(shape.ValueOf(row, c))).ToArray());
        }

        console.Write(table);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Text Cell(object? value) =>
        new(VisibleText.Of(CellText.Short(value)), OutputViews.StyleOf(value) is { } style ? Style.Parse(style) : Style.Plain);
}
