using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Traffic;

/// <summary>Faults about logs.</summary>
internal static class LogFaults
{
    public static Fault Missing(string path) => new("LogNotFound", FaultKind.NotFound, path, "There is no such file. Check the path; a pattern such as access.log* finds rotated logs too.");

    public static Fault IsFolder(string path) => new("LogIsFolder", FaultKind.InvalidArgument, path, "This is a folder. Name the log file in it.");

    public static Fault FolderEmpty(string path) => new("LogFolderEmpty", FaultKind.NotFound, path, "There is no file in this folder. Check the path, and that this account may list the folder.");

    public static Fault NotAFile(string path) => new("LogNotAFile", FaultKind.InvalidArgument, path, "This is a pipe or device. Write its output to a file and import that, so that the place up to which it was read can be found again.");

    public static Fault Refused(string path) => new("LogAccessDenied", FaultKind.Unavailable, path, "The system refused to open this log. Give this account the right to read it (on Debian: add it to the group proxy), or run the import as an account that has it.");

    public static Fault Empty(string path) => new("LogEmpty", FaultKind.InvalidArgument, path, "The log is empty: nothing is known about the traffic. Check that the filter writes to this file and that rotation did not just take its lines away.");

    public static Fault Unrecognised(string path, ReadOnlySpan<byte> head, LogFormatSet formats) => new(
        "LogFormatUnrecognised",
        FaultKind.InvalidArgument,
        path,
        Compression(head) is { } program
            ? $"This file is compressed with {program}, which is not read. Decompress it, or let the log be rotated with gzip."
            : $"These lines are in no format that is known. Check the file with Get-FirewallLogFormat -Path, or name its format with -Format: {formats.Names}.");

    public static Fault Changed(string path, string knownPath, long lines) => new(
        "LogChanged",
        FaultKind.Conflict,
        path,
        $"This log begins like {knownPath}, of which {lines} lines were read, but what comes before that place differs: it was edited since. Nothing was imported, since lines could be counted twice. Import the unedited log.");

    public static Fault DateOrderUnknown(string path) => new(
        "LogDateOrderUnknown",
        FaultKind.InvalidArgument,
        path,
        "This log writes dates such as 03/04/2026, and none of its first lines tells whether the day or the month comes first. Say it in policy.json: \"logs\": { \"dayFirst\": true } where 03/04 is 3 April, false where it is 4 March.");

    public static Fault Truncated(string path, long lines) => new(
        "LogTruncated",
        FaultKind.Corrupt,
        path,
        $"The archive is cut off or damaged. The {lines} new lines before that place were imported and stay. Get the whole archive and import it again: it goes on where this ended.");

    public static Fault Damaged(string path) => new("LogTruncated", FaultKind.Corrupt, path, "The archive is cut off or damaged: what comes after that place can't be read. Get the whole archive.");

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
