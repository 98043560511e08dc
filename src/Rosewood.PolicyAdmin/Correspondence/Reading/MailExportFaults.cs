using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.Correspondence.Reading;

/// <summary>What can be wrong with an export of mail as a whole.</summary>
internal static class MailExportFaults
{
    /// <summary>Nothing in it.</summary>
    public static Fault Empty(string path) => new("MailExportEmpty", FaultKind.InvalidArgument, path, "The file is empty: nothing is known about mail. Check that the export ended, and export it anew.");

    /// <summary>Text or JSON of another kind.</summary>
    public static Fault Unknown(string path, MailShape shape) => new(
        "MailExportUnknown",
        FaultKind.InvalidArgument,
        path,
        $"This file holds no {Words(shape)} that are known: a record needs {shape.Needs}. See that it was given by the right parameter; docs/correspondence.md says how to export it.");

    /// <summary>No text.</summary>
    public static Fault Binary(string path, MailShape shape) => new(
        "MailExportUnknown",
        FaultKind.InvalidArgument,
        path,
        $"This file is no text: it is compressed other than with gzip, encrypted, or a workbook. Export the {Words(shape)} anew as JSON or CSV.");

    /// <summary>A table without what is needed.</summary>
    public static Fault ColumnsMissing(string path, MailShape shape, IEnumerable<string> found) => new(
        "MailExportColumnsMissing",
        FaultKind.InvalidArgument,
        path,
        $"This table lacks columns. {shape.Kind} need {shape.Needs}. It has {PlainText.Shorten(string.Join(", ", found.Select(PlainText.Clean)), 300)}. Export it with English column names.");

    /// <summary>No JSON.</summary>
    public static Fault Broken(string path, long line, long column) => new(
        "MailExportBroken",
        FaultKind.Corrupt,
        string.Create(CultureInfo.InvariantCulture, $"{path}:{line}:{column}"),
        string.Create(CultureInfo.InvariantCulture, $"The JSON is broken, or nested deeper than {JsonCutter.MostDepth} levels, at line {line}, byte {column}. Nothing of this file was used. Export it anew."));

    /// <summary>Something between the records that does not fit into the window.</summary>
    public static Fault TooLong(string path, long line) => new(
        "MailExportBroken",
        FaultKind.Corrupt,
        string.Create(CultureInfo.InvariantCulture, $"{path}:{line}:1"),
        string.Create(CultureInfo.InvariantCulture, $"What begins at line {line} is longer than 1 MB and no record. Nothing of this file was used. Export it anew."));

    /// <summary>JSON that ends in the middle.</summary>
    public static Fault Truncated(string path, long records) => new(
        "MailExportTruncated",
        FaultKind.Corrupt,
        path,
        string.Create(CultureInfo.InvariantCulture, $"The file is cut off after {records} {(records == 1 ? "record" : "records")}. Nothing of it was used. Copy or export it anew, and wait until that has ended."));

    private static string Words(MailShape shape) => shape.Kind.ToLowerInvariant();
}
