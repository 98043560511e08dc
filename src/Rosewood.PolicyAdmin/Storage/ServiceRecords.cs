using System.Globalization;
using Microsoft.Data.Sqlite;
using Rosewood.PolicyAdmin.Catalogue;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>What the school did to the catalogue of services: appended facts.</summary>
public sealed class ServiceRecords
{
    private const string DateFormat = "yyyy-MM-dd";
    private readonly PolicyStore _store;

    internal ServiceRecords(PolicyStore store) => _store = store;

    /// <summary>All facts, oldest first.</summary>
    /// <exception cref="FaultException"><c>ServiceFactUnknown</c>: a newer version of the program wrote what this one can't read.</exception>
    public IReadOnlyList<ServiceFact> Load()
    {
        var hosts = _store.Query("SELECT fact, host, role FROM service_fact_host ORDER BY fact, host", [], static r => (Fact: r.GetInt64(0), Host: r.GetString(1), Role: r.TextOrNull(2)))
            .ToLookup(h => h.Fact);
        var aliases = _store.Query("SELECT fact, alias FROM service_fact_alias ORDER BY fact, alias", [], static r => (Fact: r.GetInt64(0), Alias: r.GetString(1)))
            .ToLookup(a => a.Fact, a => a.Alias);
        return _store.Query(
            "SELECT id, at, operator, change, service, kind, named, since FROM service_fact ORDER BY id",
            [],
            r => Map(r) with
            {
                Hosts = [.. hosts[r.GetInt64(0)].Where(h => h.Role is not null).Select(h => new ServiceHost(h.Host, Parse<HostRole>(h.Role!)))],
                HostsRemoved = [.. hosts[r.GetInt64(0)].Where(h => h.Role is null).Select(h => h.Host)],
                Aliases = [.. aliases[r.GetInt64(0)]],
            });
    }

    /// <summary>Appends a fact as part of a change.</summary>
    public void Append(StoreChange change, ServiceFact fact)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(fact);
        var id = _store.Query(
            "INSERT INTO service_fact (at, operator, change, service, kind, named, since) VALUES ($at, $operator, $change, $service, $kind, $named, $since) RETURNING id",
            [
                ("$at", fact.At.UtcTicks),
                ("$operator", fact.OperatorId),
                ("$change", fact.Change.ToString()),
                ("$service", fact.Service),
                ("$kind", fact.Kind?.ToString()),
                ("$named", fact.NamedInPolicy),
                ("$since", fact.Since?.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ],
            static r => r.GetInt64(0)).Single();
        foreach (var host in fact.Hosts)
        {
            AppendHost(id, host.Host, host.Role.ToString());
        }

        foreach (var host in fact.HostsRemoved)
        {
            AppendHost(id, host, role: null);
        }

        foreach (var alias in fact.Aliases)
        {
            _store.Execute("INSERT INTO service_fact_alias (fact, alias) VALUES ($fact, $alias)", ("$fact", id), ("$alias", alias));
        }
    }

    private static ServiceFact Map(SqliteDataReader r) => new(Parse<ServiceChange>(r.GetString(3)), r.GetString(4), r.Instant(1), r.GetString(2))
    {
        Kind = r.TextOrNull(5) is { } kind ? Parse<ServiceKind>(kind) : null,
        NamedInPolicy = r.IsDBNull(6) ? null : r.GetInt64(6) != 0,
        Since = r.TextOrNull(7) is { } since ? ParseDate(since) : null,
    };

    private static DateOnly ParseDate(string text) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Unknown(text);

    private static T Parse<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value)
            ? value
            : throw Unknown(text);

    private static FaultException Unknown(string text) => new Fault(
        "ServiceFactUnknown",
        FaultKind.Corrupt,
        text,
        $"The store's catalogue holds '{text}', which this version of the program doesn't know. Install the version that wrote it.").ToException();

    private void AppendHost(long fact, string host, string? role) =>
        _store.Execute("INSERT INTO service_fact_host (fact, host, role) VALUES ($fact, $host, $role)", ("$fact", fact), ("$host", host), ("$role", role));
}
