using System.Globalization;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>One row, read by column name. What is wrong with a cell goes to the table's problems, with its place.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] fields, string raw)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd"];

    /// <summary>Whether the file has the column at all: a file without it says nothing, an empty cell says "none".</summary>
    public bool Has(string column) => table.IndexOf(column) >= 0;

    /// <summary>The place of a cell, or of the row where the file has no such column.</summary>
    public CsvPlace PlaceOf(string column)
    {
        var inside = CsvRecordScan.PlaceOf(raw, table.Delimiter, Math.Max(0, table.IndexOf(column)));
        return new CsvPlace(line + inside.Line - 1, inside.Column);
    }

    /// <summary>Notes a problem of a cell.</summary>
    public void Problem(string column, string message) => table.Problems.Add(PlaceOf(column), $"{column}: {message}");

    /// <summary>A cell as it stands, also with what can't be seen: for what is looked at and not kept. Empty where the file has no such column.</summary>
    public string Raw(string column)
    {
        var index = table.IndexOf(column);
        return index < 0 ? "" : fields[index];
    }

    /// <summary>A cell's text, cleaned; null when empty, absent, or holding what can't be seen (which is a problem).</summary>
    public string? Text(string column, int maxLength = 256)
    {
        var index = table.IndexOf(column);
        return index < 0 ? null : Checked(column, fields[index], maxLength);
    }

    /// <summary>A cell that must not be empty; null, with a problem, when it is.</summary>
    public string? Required(string column, int maxLength = 256)
    {
        var problems = table.Problems.Count;
        var text = Text(column, maxLength);
        if (text is null && table.Problems.Count == problems)
        {
            Problem(column, "this cell must not be empty.");
        }

        return text;
    }

    /// <summary>A cell's list, parted by <c>;</c> or a line break; without empty entries.</summary>
    public IReadOnlyList<string> List(string column, int maxLength = 256)
    {
        var index = table.IndexOf(column);
        return index < 0
            ? []
            : [.. fields[index].Split([';', '\r', '\n'], StringSplitOptions.TrimEntries)
                .Select(entry => Checked(column, entry, maxLength))
                .OfType<string>()];
    }

    /// <summary>A cell's date, ISO 8601; null when empty or, with a problem, when it is anything else.</summary>
    public DateOnly? Date(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Problem(column, $"'{PlainText.Shorten(text)}' is no date that can be read safely: day and month could be swapped. Write year-month-day, such as 2026-09-01; in a spreadsheet, format the column as yyyy-mm-dd.");
        return null;
    }

    /// <summary>A column's value as <paramref name="read"/> makes it, or nothing given where the file lacks the column.</summary>
    public Given<T> Given<T>(string column, Func<string, T?> read) => Has(column) ? new Given<T>(IsGiven: true, read(column)) : default;

    private string? Checked(string column, string value, int maxLength)
    {
        var text = PlainText.Clean(value);
        if (PlainText.FindHidden(text) is { } hidden)
        {
            Problem(column, $"it holds the invisible character {hidden}. Type the value anew.");
            return null;
        }

        if (text.Length > maxLength)
        {
            Problem(column, string.Create(CultureInfo.InvariantCulture, $"it is longer than {maxLength} characters."));
            return null;
        }

        return text.Length == 0 ? null : text;
    }
}
