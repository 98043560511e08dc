using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Faults for the system's own errors, so that no person ever reads a stack trace.</summary>
public static class CommandFaults
{
    // ENOSPC and EDQUOT; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as HRESULTs.
    private const int LinuxNoSpace = 28;
    private const int LinuxQuota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>The fault for an error of the system; null for one that is no such thing.</summary>
    /// <param name="error">The error.</param>
    /// <param name="workspace">The folder of the workspace that the command works in; null: none, or not known.</param>
    public static Fault? From(Exception error, string? workspace = null) => error switch
    {
        UnauthorizedAccessException => new("AccessDenied", FaultKind.Unavailable, "file", $"The system refused access: {PlainText.WithFullStop(error.Message)} {(workspace is not null && Names(error.Message, workspace) ? "The workspace belongs to another account: run the command as that one, and leave the rights as they are." : "Name a place that this account may use, or run the command as an account that may.")}"),
        FileNotFoundException e => new("FileNotFound", FaultKind.NotFound, e.FileName ?? "file", $"{PlainText.WithFullStop(error.Message)} Check the path."),
        DirectoryNotFoundException => new("FileNotFound", FaultKind.NotFound, "file", $"{PlainText.WithFullStop(error.Message)} Check the path."),
        IOException { HResult: LinuxNoSpace or LinuxQuota or WindowsDiskFull or WindowsHandleDiskFull } => new("DiskFull", FaultKind.Unavailable, "disk", $"The disk is full: {error.Message.TrimEnd('.')}. Free some space and run the command again."),
        IOException => new("FileUnavailable", FaultKind.Unavailable, "file", $"{PlainText.WithFullStop(error.Message)} Check the disk and that no other program holds the file."),
        _ => StoreFaults.TryFrom(error),
    };

    /// <summary>The fault for a <c>-Last</c> that is no count.</summary>
    /// <param name="all">What there is without it, such as <c>entries</c>.</param>
    public static Fault LastInvalid(string all) => new("LastInvalid", FaultKind.InvalidArgument, "-Last", $"-Last needs a number of 1 or more. Leave it out to see all {all}.");

    /// <summary>The fault for an error that nobody thought of.</summary>
    /// <param name="command">The command, Verb-Noun.</param>
    /// <param name="error">What happened; hosts show it whole under <c>-Verbose</c> only.</param>
    public static Fault Unexpected(string command, Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new("Unexpected", FaultKind.Unavailable, command, $"Something went wrong that {command} does not know: {error.Message} Run it again with -Verbose and pass on what it prints.");
    }

    /// <summary>Whether the system's words name a folder or what lies in it: .NET keeps no path beside them.</summary>
    private static bool Names(string message, string folder)
    {
        var at = message.IndexOf(folder, StringComparison.Ordinal);
        return at >= 0 && (at + folder.Length == message.Length || message[at + folder.Length] is '\'' or '"' or '/' or '\\');
    }
}
