using System.Text;
using Rosewood.PolicyAdmin.Commands;
using Spectre.Console;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>A table for people at a terminal: as wide as it, cells wrapped between words, words that matter in colour.</summary>
internal sealed class TerminalTable(Stream output, int width, bool colour)
{
    public void Print(OutputShape shape, IReadOnlyList<string> columns, IReadOnlyList<object> rows, bool first)
    {
        var cells = rows.Select(r => columns.Select(c => VisibleText.Of(CellText.Short(shape.ShownOf(r, c)))).ToArray()).ToList();
        var widths = ColumnWidths.Share(columns, cells, width);
        var shown = widths.Count;
        using var text = new StringWriter { NewLine = "\n" };
        var console = Create(text);
        var table = new Table { ShowHeaders = first }.Border(TableBorder.None);
        for (var c = 0; c < shown; c++)
        {
            var column = new TableColumn(new Text(shape.IsPlain ? "" : columns[c], new Style(decoration: Decoration.Bold | Decoration.Underline)))
                .Padding(0, 0, c + 1 < shown ? ColumnWidths.Gap : 0, 0)
                .Width(widths[c]);
            table.AddColumn(shape.IsNumber(columns[c]) ? column.RightAligned() : column);
        }

        for (var r = 0; r < rows.Count; r++)
        {
            table.AddRow(Enumerable.Range(0, shown).Select(c => new Text(cells[r][c], StyleOf(shape.ValueOf(rows[r], columns[c])))));
        }

        console.Write(table);
        if (shown < columns.Count)
        {
            console.Write(new Text($"No room for {string.Join(", ", columns.Skip(shown))}: -As List shows everything.\n", new Style(Color.Grey)));
        }

        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static Style StyleOf(object? value) => OutputViews.StyleOf(value) is { } style ? Style.Parse(style) : Style.Plain;

    private IAnsiConsole Create(TextWriter text)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
