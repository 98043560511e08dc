using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>
/// The one way in for CSV files: comma, semicolon or tab found from the header, columns by name in any order, every problem collected
/// with its place. An importer reads all rows, adds its own problems, calls <see cref="ThrowIfInvalid"/>, and only then changes anything.
/// </summary>
internal sealed class CsvTable
{
    /// <summary>The most rows.</summary>
    public const int MaxRows = 100_000;

    /// <summary>The longest cell, in characters.</summary>
    public const int MaxCell = 32 * 1024;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly string _path;
    private readonly string _text;
    private readonly Dictionary<string, int> _columns;
    private readonly int _width;

    private CsvTable(string path, string text, char delimiter, string[] headers, Dictionary<string, int> columns, IReadOnlyList<string>? rows)
    {
        _path = path;
        _text = text;
        Delimiter = delimiter;
        _columns = columns;
        _width = headers.Length;
        Problems = new CsvProblems(path, rows);
    }

    /// <summary>What separates the cells.</summary>
    public char Delimiter { get; }

    /// <summary>What was found to be wrong so far.</summary>
    public CsvProblems Problems { get; }

    /// <summary>Opens a file and reads its header; unknown columns are warned about.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns that count.</param>
    /// <param name="sink">Where warnings go.</param>
    /// <param name="ofUnknown">A sentence that the warning about unknown columns ends with, or null.</param>
    /// <exception cref="FaultException">Not readable, not text, or without a required column.</exception>
    public static CsvTable Open(string path, IReadOnlyList<CsvColumn> columns, ICommandSink sink, string? ofUnknown = null)
    {
        var text = CsvText.Read(path, sink);
        return Parse(path, text, columns, sink, ofUnknown, rows: null);
    }

    /// <summary>A table that comes from no file, so that its rows go the same way as a file's.</summary>
    /// <param name="name">Where it comes from, such as <c>tenant</c>.</param>
    /// <param name="text">The table; each row is one line.</param>
    /// <param name="columns">The columns that count.</param>
    /// <param name="rows">The rows' names, for problems: who reads them has no lines to look at.</param>
    /// <param name="sink">Where warnings go.</param>
    public static CsvTable Of(string name, string text, IReadOnlyList<CsvColumn> columns, IReadOnlyList<string> rows, ICommandSink sink) =>
        Parse(name, text, columns, sink, ofUnknown: null, rows);

    private static CsvTable Parse(string path, string text, IReadOnlyList<CsvColumn> columns, ICommandSink sink, string? ofUnknown, IReadOnlyList<string>? rows)
    {
        var (delimiter, headers) = Delimiters
            .Select(d => (Delimiter: d, Headers: Header(text, d)))
            .MaxBy(c => (c.Headers.Count(h => columns.Any(k => Means(h, k))), c.Headers.Length));
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var ignored = Enumerable.Range(0, headers.Length).Where(i => !string.IsNullOrWhiteSpace(headers[i])).ToHashSet();
        foreach (var column in columns)
        {
            // The documented name wins over an alias: exports often have both DisplayName and Name.
            var exact = Positions(headers, h => IsSame(h, column.Name));
            var candidates = exact.Count > 0 ? exact
                : column.FirstAliasWins ? column.Aliases.Select(a => Positions(headers, h => IsSame(h, a))).FirstOrDefault(static p => p.Count > 0) ?? []
                : Positions(headers, h => Means(h, column));
            if (candidates.Count > 1)
            {
                throw CsvFaults.ColumnTwice(path, column.Name, candidates.Select(i => headers[i])).ToException();
            }

            if (candidates is [var index])
            {
                found.Add(column.Name, index);
                ignored.Remove(index);
            }
        }

        var missing = columns.Where(c => c.Required && !found.ContainsKey(c.Name)).Select(c => c.Name).ToList();
        if (missing.Count > 0)
        {
            throw CsvFaults.ColumnsMissing(path, missing, headers).ToException();
        }

        if (ignored.Count > 0)
        {
            sink.Warn($"{path}: unknown columns are left out: {PlainText.Shorten(string.Join(", ", ignored.Order().Select(i => PlainText.Clean(headers[i]))), 300)}. Known are {string.Join(", ", columns.Select(c => c.Name))}.{(ofUnknown is null ? "" : " " + ofUnknown)}");
        }

        return new CsvTable(path, text, delimiter, headers, found, rows);
    }

    /// <summary>A column's position, or -1.</summary>
    public int IndexOf(string column) => _columns.GetValueOrDefault(column, -1);

    /// <summary>The rows that have the header's shape; others, and broken quoting, are problems. Blank rows are passed over.</summary>
    /// <exception cref="FaultException"><c>CsvNoRows</c>, <c>CsvTooLarge</c>.</exception>
    public IEnumerable<CsvRow> Rows(CancellationToken cancellationToken)
    {
        var badQuotes = false;
        using var parser = Parser(_text, Delimiter, () => badQuotes = true);
        var line = 1;
        var rows = 0;
        var header = true;
        while (Next(parser, line) is { } fields)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var raw = parser.RawRecord;
            var first = line;
            line += CsvRecordScan.LinesIn(raw);
            if (header || Array.TrueForAll(fields, string.IsNullOrWhiteSpace))
            {
                header = false;
                badQuotes = false;
                continue;
            }

            if (++rows > MaxRows)
            {
                throw CsvFaults.TooManyRows(_path).ToException();
            }

            if (IsSound(fields, raw, first, badQuotes))
            {
                yield return new CsvRow(this, first, fields, raw);
            }

            badQuotes = false;
        }

        if (rows == 0 && Problems.Count == 0)
        {
            throw CsvFaults.NoRows(_path).ToException();
        }
    }

    /// <summary>Ends the import when anything was wrong.</summary>
    /// <exception cref="FaultException"><c>CsvInvalid</c>.</exception>
    public void ThrowIfInvalid() => Problems.ThrowIfAny();

    private bool IsSound(string[] fields, string raw, int line, bool badQuotes)
    {
        if (CsvRecordScan.EndsInsideQuotes(raw))
        {
            Problems.Add(new CsvPlace(line, 1), "a quotation mark opens here and never closes. Close it, or double it where it belongs to the text.");
            return false;
        }

        if (badQuotes)
        {
            Problems.Add(new CsvPlace(line, 1), "a quotation mark stands inside a cell that is not quoted. Quote the whole cell and double the mark.");
            return false;
        }

        var width = fields.Length;
        while (width > _width && string.IsNullOrWhiteSpace(fields[width - 1]))
        {
            width--;
        }

        if (width == _width)
        {
            return true;
        }

        var place = CsvRecordScan.PlaceOf(raw, Delimiter, Math.Min(width, _width));
        Problems.Add(
            new CsvPlace(line + place.Line - 1, place.Column),
            string.Create(CultureInfo.InvariantCulture, $"this row has {fields.Length} cells, the header {_width}. Quote a cell that holds the separator; an empty cell needs its separator too."));
        return false;
    }

    private string[]? Next(CsvParser parser, int line)
    {
        try
        {
            return parser.Read() ? parser.Record ?? [] : null;
        }
        catch (MaxFieldSizeException)
        {
            Problems.Add(new CsvPlace(line, 1), "a cell is longer than 32 KiB. Most often a quotation mark is never closed.");
            return null;
        }
    }

    private static string[] Header(string text, char delimiter)
    {
        using var parser = Parser(text, delimiter, static () => { });
        try
        {
            return parser.Read() ? parser.Record ?? [] : [];
        }
        catch (MaxFieldSizeException)
        {
            return [];
        }
    }

    private static CsvParser Parser(string text, char delimiter, Action onBadData) => new(
        new StringReader(text),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            MaxFieldSize = MaxCell,
            ExceptionMessagesContainRawData = false,
            BadDataFound = _ => onBadData(),
        });

    private static bool Means(string header, CsvColumn column)
    {
        var squeezed = CsvColumn.Squeeze(header);
        return string.Equals(squeezed, CsvColumn.Squeeze(column.Name), StringComparison.Ordinal)
            || Array.Exists(column.Aliases, a => string.Equals(squeezed, CsvColumn.Squeeze(a), StringComparison.Ordinal));
    }

    private static bool IsSame(string header, string name) => string.Equals(CsvColumn.Squeeze(header), CsvColumn.Squeeze(name), StringComparison.Ordinal);

    private static List<int> Positions(string[] headers, Predicate<string> means) =>
        [.. Enumerable.Range(0, headers.Length).Where(i => means(headers[i]))];
}
