using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>What SQLite's errors mean to the person at the keyboard.</summary>
internal static class StoreFaults
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CantOpen = 14;
    private const int Auth = 23;
    private const int NotADatabase = 26;

    public static Fault Missing(string path) => new(
        "StoreMissing",
        FaultKind.NotFound,
        path,
        "The workspace has no store.db. Restore it from the last backup; or begin anew in an empty folder, with Initialize-PolicyWorkspace -Path.");

    public static Fault? TryFrom(Exception error) => error is SqliteException e ? From(e, "store.db") : null;

    public static Fault From(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked => new("StoreBusy", FaultKind.Unavailable, path, "Another command has held the store for over 30 seconds. Try again when it has ended."),
        ReadOnly or Auth => new("StoreReadOnly", FaultKind.Unavailable, path, "The store can't be written. Run the command as the account that owns the workspace, and check that its folder is not read-only."),
        Full => new("DiskFull", FaultKind.Unavailable, path, "The disk is full; nothing was changed. Free some space and run the command again."),
        CantOpen => new("StoreCantOpen", FaultKind.Unavailable, path, "The store can't be opened. Run the command as the account that owns the workspace."),
        Corrupt or NotADatabase => new("StoreCorrupt", FaultKind.Corrupt, path, "The store is damaged. Keep the file, restore store.db from the last backup, then import the logs again: nothing is counted twice."),
        InputOutput => new("StoreIo", FaultKind.Unavailable, path, "The disk refused to read or write the store. Check the disk's health and its free space."),
        _ => new("StoreError", FaultKind.Unavailable, path, $"The store refused the change: {error.Message}"),
    };
}
