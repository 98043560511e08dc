using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Exports;

namespace Rosewood.PolicyAdmin.SignIns.Reading;

/// <summary>What can be wrong with a file of sign-ins as a whole.</summary>
internal static class SignInFaults
{
    private const string Expected = "Sign-ins of Microsoft Entra are read as JSON (Graph, Get-MgAuditLogSignIn | ConvertTo-Json, or the admin center's download) and as the admin center's CSV; Windows Security events as Get-WinEvent | ConvertTo-Json -Depth 4, Export-Csv, or Event Viewer's CSV.";

    /// <summary>Nothing in it.</summary>
    public static Fault Empty(string path) => new("SignInLogEmpty", FaultKind.InvalidArgument, path, "The file is empty: nothing is known about sign-ins. Check that the export ended, and export it anew.");

    /// <summary>Text or JSON of another kind.</summary>
    public static Fault Unknown(string path) => new("SignInLogUnknown", FaultKind.InvalidArgument, path, $"This file holds no sign-ins that are known. {Expected}");

    /// <summary>No text.</summary>
    public static Fault Binary(string path) => new("SignInLogUnknown", FaultKind.InvalidArgument, path, $"This file is no text: it is compressed other than with gzip, encrypted, or a program's own format such as .evtx or .xlsx. Export it anew. {Expected}");

    /// <summary>No JSON.</summary>
    public static Fault Broken(string path, long line, long column) => new(
        "SignInLogBroken",
        FaultKind.Corrupt,
        string.Create(CultureInfo.InvariantCulture, $"{path}:{line}:{column}"),
        string.Create(CultureInfo.InvariantCulture, $"The JSON is broken, or nested deeper than {JsonCutter.MostDepth} levels, at line {line}, byte {column}. Nothing of this file was used. Export it anew."));

    /// <summary>Something between the records that does not fit into the window.</summary>
    public static Fault TooLong(string path, long line) => new(
        "SignInLogBroken",
        FaultKind.Corrupt,
        string.Create(CultureInfo.InvariantCulture, $"{path}:{line}:1"),
        string.Create(CultureInfo.InvariantCulture, $"What begins at line {line} is longer than 1 MB and no record. Nothing of this file was used. Export it anew."));

    /// <summary>JSON that ends in the middle.</summary>
    public static Fault Truncated(string path, long records) => new(
        "SignInLogTruncated",
        FaultKind.Corrupt,
        path,
        string.Create(CultureInfo.InvariantCulture, $"The file is cut off after {records} {(records == 1 ? "record" : "records")}. Nothing of it was used. Copy or export it anew, and wait until that has ended."));

    /// <summary>A table without what is needed.</summary>
    public static Fault ColumnsMissing(string path, IEnumerable<string> found) => new(
        "SignInLogColumnsMissing",
        FaultKind.InvalidArgument,
        path,
        $"This table lacks columns. Sign-ins of Entra need Date (UTC), Username, and Status or Sign-in error code; Windows events need TimeCreated or Date and Time, Id or Event ID, and TargetUserName or Message. It has {PlainText.Shorten(string.Join(", ", found.Select(PlainText.Clean)), 300)}. Export it with English column names.");
}
