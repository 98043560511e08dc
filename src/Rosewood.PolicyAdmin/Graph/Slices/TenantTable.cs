using System.Text;
using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Graph.Slices;

/// <summary>A picture of the tenant as the table that an import reads from a file otherwise: the same checks, the same plan.</summary>
/// <param name="header">Its columns.</param>
internal sealed class TenantTable(params string[] header)
{
    private readonly StringBuilder _text = new StringBuilder().AppendJoin(',', header).Append('\n');
    private readonly List<string> _rows = [];

    /// <summary>Adds a row; its first cell is its name in problems.</summary>
    public void Add(params string?[] cells)
    {
        _rows.Add(PlainText.Shorten(PlainText.Clean(cells[0] ?? "")));
        _text.AppendJoin(',', cells.Select(static c => $"\"{PlainText.Clean(c ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
    }

    /// <summary>The table.</summary>
    public CsvTable ToCsv(IReadOnlyList<CsvColumn> columns, ICommandSink sink) => CsvTable.Of("tenant", _text.ToString(), columns, _rows, sink);

    /// <summary>The records of a picture.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="source">Which picture.</param>
    /// <param name="what">What its records are, with a capital.</param>
    /// <param name="sink">Told how old it is.</param>
    /// <exception cref="FaultException"><c>TenantNotSynchronised</c>.</exception>
    public static IReadOnlyList<JsonElement> Records(CommandContext context, TenantSource source, string what, ICommandSink sink)
    {
        var slices = new TenantSlices(new TenantPaths(context.Workspace.Paths));
        if (slices.Of(source) is not [var picture])
        {
            throw TenantFaults.NeverSynchronised(what, source).ToException();
        }

        TenantAge.Tell(picture.Header.FetchedAt, context, sink);
        var records = new List<JsonElement>();
        using var text = slices.Open(picture);
        foreach (var line in SliceLines.Read(text))
        {
            using var record = JsonDocument.Parse(line);
            records.Add(record.RootElement.Clone());
        }

        return records;
    }
}
