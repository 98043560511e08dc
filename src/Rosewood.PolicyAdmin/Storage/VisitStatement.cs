using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>An INSERT or UPDATE of visits, prepared once for many rows.</summary>
internal sealed class VisitStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    /// <param name="store">The store.</param>
    /// <param name="measures">The measures' columns, in the order in which <see cref="Run"/> fills them.</param>
    /// <param name="update">UPDATE by id, or INSERT.</param>
    public VisitStatement(PolicyStore store, string measures, bool update)
    {
        string[] columns = ["user", "address", "device", "service", .. measures.Split(", ")];
        var sql = update
            ? $"UPDATE visit SET {string.Join(", ", columns.Skip(4).Select(c => $"{c} = ${c}"))} WHERE id = $id"
            : $"INSERT INTO visit ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))}) RETURNING id";
        _command = store.Connection.Prepare(sql);
        columns = update ? [.. columns.Skip(4), "id"] : columns;
        _parameters = [.. columns.Select(c => _command.Parameters.Add(new SqliteParameter("$" + c, value: null)))];
        IsUpdate = update;
    }

    private bool IsUpdate { get; }

    /// <summary>Stores a visit and gives its id.</summary>
    public long Run(VisitKey key, string service, OpenVisit visit)
    {
        var next = 0;
        if (!IsUpdate)
        {
            Set(key.User);
            Set(key.Address);
            Set(key.DeviceText);
            Set(service);
        }

        Set(visit.Start);
        Set(visit.End);
        Set(visit.LastStart);
        Set(visit.Hits);
        Set(visit.Bytes);
        Set(visit.PersonAllowed);
        Set(visit.PersonBlocked);
        Set(visit.Media);
        Set(visit.Embedded);
        Set(visit.OutsideReferrer);
        Set(visit.Background);
        Set(visit.Shared);
        Set(visit.SmallestHit);
        Set(visit.LargestHit);
        Set(visit.GapSquares);
        if (IsUpdate)
        {
            Set(visit.Id);
            _command.ExecuteNonQuery();
            return visit.Id;
        }

        return (long)_command.ExecuteScalar()!;

        void Set(object? value) => _parameters[next++].Value = value ?? DBNull.Value;
    }

    public void Dispose() => _command.Dispose();
}
