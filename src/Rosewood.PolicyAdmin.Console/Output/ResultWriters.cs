using Rosewood.PolicyAdmin.Console.Binding;

namespace Rosewood.PolicyAdmin.Console.Output;

/// <summary>Chooses how results are printed.</summary>
internal static class ResultWriters
{
    public static IResultWriter Create(OutputStyle? style, Type? declared, ConsoleStreams streams, Stream output) => style switch
    {
        OutputStyle.Json => new JsonResults(output),
        OutputStyle.Csv => new CsvResults(output, declared),
        OutputStyle.List => List(streams, output),
        OutputStyle.Table => Table(streams, output),
        _ => new AutomaticResults(() => Table(streams, output), () => List(streams, output)),
    };

    private static TableBatch Table(ConsoleStreams streams, Stream output) => streams.OutIsTerminal
        ? new TableBatch((shape, columns, rows, first) => new TerminalTable(output, streams.Width, streams.Colour).Print(shape, columns, rows, first))
        : new TableBatch(new PlainTable(output).Print);

    private static ListResults List(ConsoleStreams streams, Stream output) => streams.OutIsTerminal
        ? new ListResults(output, streams.Colour, streams.Width, new TimelineDrawing(streams.Width, streams.Colour ? TimelineSigns.Coloured(streams.Unicode) : TimelineSigns.Plain(streams.Unicode)))
        : new ListResults(output, colour: false);
}
