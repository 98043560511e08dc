using System.Globalization;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>What can be wrong with a CSV file as a whole.</summary>
internal static class CsvFaults
{
    public static Fault Empty(string path) => new("CsvEmpty", FaultKind.InvalidArgument, path, "The file is empty. Check that the export ended, and import it again.");

    public static Fault NoRows(string path) => new("CsvNoRows", FaultKind.InvalidArgument, path, "The file has a header and no rows; nothing was imported. Check the export.");

    public static Fault IsDirectory(string path) => new("FileIsDirectory", FaultKind.InvalidArgument, path, "That is a folder. Name the CSV file in it.");

    public static Fault Workbook(string path) => new("CsvIsWorkbook", FaultKind.InvalidArgument, path, "That is an Excel workbook or a ZIP file, not CSV. Open it and save it as \"CSV UTF-8 (comma delimited)\".");

    public static Fault Binary(string path, int line) => new(
        "CsvBinary",
        FaultKind.InvalidArgument,
        string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"),
        "The file holds NUL bytes, so it is no text in UTF-8. Save it as \"CSV UTF-8\" and import it again.");

    public static Fault Encoding(string path) => new("CsvEncoding", FaultKind.InvalidArgument, path, "The file's text is in no encoding that can be read safely. Save it as \"CSV UTF-8\" and import it again.");

    public static Fault TooLarge(string path) => new("CsvTooLarge", FaultKind.InvalidArgument, path, $"The file is larger than {CsvText.MaxBytes / 1024 / 1024} MB. Split it, or check that it is the right file.");

    public static Fault TooManyRows(string path) => new("CsvTooLarge", FaultKind.InvalidArgument, path, $"The file has more than {CsvTable.MaxRows.ToString("N0", CultureInfo.InvariantCulture)} rows. Split it, or check that it is the right file.");

    public static Fault ColumnsMissing(string path, IEnumerable<string> missing, IEnumerable<string> found) => new(
        "CsvColumnsMissing",
        FaultKind.InvalidArgument,
        path + ":1:1",
        $"The header lacks {string.Join(", ", missing)}; it has {PlainText.Shorten(string.Join(", ", found.Select(PlainText.Clean)), 300)}. Name the columns in the first line and import the file again.");

    public static Fault ColumnTwice(string path, string column, IEnumerable<string> headers) => new(
        "CsvColumnTwice",
        FaultKind.InvalidArgument,
        path + ":1:1",
        $"More than one header means {column}: {string.Join(", ", headers.Select(h => $"'{PlainText.Shorten(PlainText.Clean(h))}'"))}. Keep one of them.");

    public static Fault Unreadable(string path, Exception error) => error switch
    {
        UnauthorizedAccessException => new("AccessDenied", FaultKind.Unavailable, path, "The system refused to open the file. Give this account the right to read it, or copy it to where it has."),
        FileNotFoundException or DirectoryNotFoundException => new("FileNotFound", FaultKind.NotFound, path, "There is no such file. Check the path."),
        ArgumentException or NotSupportedException => new("FileNotFound", FaultKind.NotFound, path, "That is no path to a file. Check it."),
        _ => new("FileUnavailable", FaultKind.Unavailable, path, $"The file can't be read: {error.Message}"),
    };
}
