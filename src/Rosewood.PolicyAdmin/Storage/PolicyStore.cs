using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>
/// The workspace's SQLite store: WAL, full synchronisation, one connection for each open store. Used by one thread at a time.
/// Records of each capability hang off it; nothing outside Storage sees SQLite.
/// </summary>
public sealed partial class PolicyStore : IDisposable
{
    private const int BusyTimeoutMilliseconds = 30_000;

    private PolicyStore(SqliteConnection connection, string path)
    {
        Connection = connection;
        FilePath = path;
        Audit = new AuditRecords(this);
        Settings = new SettingRecords(this);
    }

    /// <summary>The audit trail.</summary>
    public AuditRecords Audit { get; }

    /// <summary>Small facts about the workspace itself.</summary>
    public SettingRecords Settings { get; }

    /// <summary>The store's file.</summary>
    public string FilePath { get; }

    internal SqliteConnection Connection { get; }

    /// <summary>Opens a store, brings its schema up to date, and gives it to its owner alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Whether to make it when it is missing.</param>
    /// <exception cref="FaultException">Missing, locked, corrupt, not ours, or newer than this program.</exception>
    /// <exception cref="UnauthorizedAccessException">The account may not look.</exception>
    public static PolicyStore Open(string path, bool create = false)
    {
        if (!create && !PrivateFiles.IsThere(path))
        {
            throw StoreFaults.Missing(path).ToException();
        }

        try
        {
            if (create)
            {
                PrivateFiles.EnsureFile(path);
            }

            var connection = OpenConnection(path);
            try
            {
                Migrations.Apply(connection, path);
                return new PolicyStore(connection, path);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException e)
        {
            throw StoreFaults.From(e, path).ToException(e);
        }
    }

    /// <summary>Starts a change; waits for another process's change to end.</summary>
    public StoreChange BeginChange(AuditOrigin origin) => new(this, () => origin);

    /// <summary>The same, dated by the moment at which the wait has ended.</summary>
    internal StoreChange BeginChange(Func<AuditOrigin> origin) => new(this, origin);

    /// <summary>Keeps the store still for as long as the result lives; waits for another process's change to end. Not inside a change.</summary>
    public StoreHold Hold() => new(this);

    /// <summary>Checks the file page by page.</summary>
    /// <returns>Empty when sound; else what SQLite found.</returns>
    public IReadOnlyList<string> CheckIntegrity()
    {
        var findings = this.Query("PRAGMA integrity_check(20)", [], static r => r.GetString(0));
        return findings is ["ok"] ? [] : findings;
    }

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    private static SqliteConnection OpenConnection(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = BusyTimeoutMilliseconds / 1000,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute(
                $"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                + "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
