using System.Globalization;
using Rosewood.PolicyAdmin.Commands;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Faults about logs. Each says first which log it is about: a command mostly reads several, and hosts show the message alone.</summary>
internal static class LogFaults
{
    public static Fault Missing(string path) => new("LogNotFound", FaultKind.NotFound, path, $"{path}: There is no such file. Check the path; a pattern such as access.log* finds rotated logs too.");

    public static Fault IsFolder(string path) => new("LogIsFolder", FaultKind.InvalidArgument, path, $"{path}: This is a folder. Name the log file in it.");

    public static Fault FolderEmpty(string path) => new("LogFolderEmpty", FaultKind.NotFound, path, $"{path}: There is no file in this folder. Check the path, and that this account may list the folder.");

    public static Fault NotAFile(string path) => new("LogNotAFile", FaultKind.InvalidArgument, path, $"{path}: This is a pipe or device. Write its output to a file and import that, so that the place up to which it was read can be found again.");

    public static Fault Refused(string path) => new("LogAccessDenied", FaultKind.Unavailable, path, $"{path}: The system refused to open this log. Give this account the right to read it (on Debian: add it to the group proxy), or run the import as an account that has it.");

    public static Fault Empty(string path) => new("LogEmpty", FaultKind.InvalidArgument, path, $"{path}: The log is empty, so there is nothing to show. Take one that was written to, such as the one before its rotation.");

    public static Fault Unrecognised(string path, ReadOnlySpan<byte> head) => new(
        "LogFormatUnrecognised",
        FaultKind.InvalidArgument,
        path,
        Compression(head) is { } program
            ? $"{path}: This file is compressed with {program}, which is not read. Decompress it, or let the log be rotated with gzip."
            : $"{path}: These lines are in no format that is known. Get-FirewallLogFormat lists the formats, and with -Path says how near these lines come to each; -Format names one.");

    /// <summary>A log that was not read before is in another format than the one that was named.</summary>
    /// <param name="path">The log.</param>
    /// <param name="asked">The format that was named.</param>
    /// <param name="found">The format that it is recognised as; null: none.</param>
    /// <param name="read">How many lines could be read in the format that was named.</param>
    /// <param name="lines">Of how many.</param>
    public static Fault FormatMismatch(string path, LogFormat asked, LogFormat? found, long read, long lines) => new(
        "LogFormatMismatch",
        FaultKind.InvalidArgument,
        path,
        string.Create(CultureInfo.InvariantCulture, $"{path}: {(read == 0 ? "Not one" : $"Only {read}")} of its {lines} lines can be read as {asked.Name}, so nothing was imported. ")
        + (found is null || found == asked
            ? "Check the file with Get-FirewallLogFormat -Path, and name the format that it is in."
            : $"They look like {found.Name}: leave -Format out, or give -Format {found.Name}."));

    /// <summary>A log whose visits are counted already is to be read in another format.</summary>
    public static Fault FormatDiffers(string path, LogFormat asked, LogSource known) => new(
        "LogFormatDiffers",
        FaultKind.InvalidArgument,
        path,
        string.Create(CultureInfo.InvariantCulture, $"{path}: {known.Lines} lines of this log were read as {known.Format} and are counted; read again as {asked.Name} they could count twice, so nothing was imported. ")
        + $"Leave -Format out, and what is new is read as {known.Format}. Where it is written in another format from now on, have it rotated: a new file is read in its own.");

    /// <summary>A log was begun in a format of the school's own that is gone.</summary>
    public static Fault FormatGone(string path, LogSource known) => new(
        "LogFormatUnknown",
        FaultKind.InvalidArgument,
        path,
        $"{path}: This log was read as {known.Format} so far, which policy.json has no longer. Put that format back under logs, for as long as its logs are imported.");

    public static Fault Changed(string path, string knownPath, long lines) => new(
        "LogChanged",
        FaultKind.Conflict,
        path,
        $"{path}: This log begins like {knownPath}, of which {lines} lines were read, but what comes before that place differs: it was edited since. Nothing was imported, since lines could be counted twice. Import the unedited log.");

    public static Fault DateOrderUnknown(string path) => new(
        "LogDateOrderUnknown",
        FaultKind.InvalidArgument,
        path,
        $"{path}: This log writes dates such as 03/04/2026, and none of its first lines tells whether the day or the month comes first. Say it in policy.json: \"logs\": {{ \"dayFirst\": true }} where 03/04 is 3 April, false where it is 4 March.");

    public static Fault Truncated(string path, long lines) => new(
        "LogTruncated",
        FaultKind.Corrupt,
        path,
        $"{path}: The archive is cut off or damaged. The {lines} new lines before that place were imported and stay. Get the whole archive and import it again: it goes on where this ended.");

    public static Fault Damaged(string path) => new("LogTruncated", FaultKind.Corrupt, path, $"{path}: The archive is cut off or damaged, and can't be read to its end. Get the whole archive.");

    private static string? Compression(ReadOnlySpan<byte> head) => head switch
    {
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "xz",
        [(byte)'B', (byte)'Z', (byte)'h', ..] => "bzip2",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd",
        [(byte)'P', (byte)'K', 3, 4, ..] => "zip",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "7-Zip",
        _ => null,
    };
}
