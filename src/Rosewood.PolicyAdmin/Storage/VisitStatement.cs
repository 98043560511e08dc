using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Traffic.Import;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>An INSERT or UPDATE of visits, prepared once for many rows.</summary>
internal sealed class VisitStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;
    private readonly bool _update;

    /// <param name="store">The store.</param>
    /// <param name="measures">The measures' columns, in the order in which <see cref="Run"/> fills them.</param>
    /// <param name="update">UPDATE by id, or INSERT.</param>
    public VisitStatement(PolicyStore store, string measures, bool update)
    {
        string[] measured = measures.Split(", ");
        string[] columns = update ? ["id", .. measured] : ["id", "user", "address", "device", "service", .. measured];
        var sql = update
            ? $"UPDATE visit SET {string.Join(", ", measured.Select(c => $"{c} = ${c}"))} WHERE id = $id"
            : $"INSERT INTO visit ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
        _command = store.Connection.Prepare(sql);
        _parameters = [.. columns.Select(c => _command.Parameters.Add(new SqliteParameter("$" + c, value: null)))];
        _update = update;
    }

    /// <summary>Stores a visit under its id.</summary>
    public void Run(VisitKey key, string service, OpenVisit visit)
    {
        var next = 0;
        Set(visit.Id);
        if (!_update)
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
        _command.ExecuteNonQuery();

        void Set(object? value) => _parameters[next++].Value = value ?? DBNull.Value;
    }

    public void Dispose() => _command.Dispose();
}
