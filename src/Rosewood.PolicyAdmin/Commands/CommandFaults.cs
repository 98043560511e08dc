using Rosewood.PolicyAdmin.Storage;

namespace Rosewood.PolicyAdmin.Commands;

/// <summary>Faults for the system's own errors, so that no person ever reads a stack trace.</summary>
internal static class CommandFaults
{
    public static Fault? From(Exception error) => error switch
    {
        UnauthorizedAccessException => new("AccessDenied", FaultKind.Unavailable, "file", $"The system refused access: {error.Message} Run the command as the account that owns the workspace, or change the file's permissions."),
        FileNotFoundException or DirectoryNotFoundException => new("FileNotFound", FaultKind.NotFound, "file", $"{error.Message} Check the path."),
        IOException => new("FileUnavailable", FaultKind.Unavailable, "file", $"{error.Message} Check the disk and that no other program holds the file."),
        _ => StoreFaults.TryFrom(error),
    };
}
