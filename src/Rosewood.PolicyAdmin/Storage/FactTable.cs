using System.Text.Json;
using Rosewood.PolicyAdmin.Commands;

namespace Rosewood.PolicyAdmin.Storage;

/// <summary>A table of facts that are appended: a number, an id, whom it is about, and the fact as JSON.</summary>
/// <typeparam name="TFact">The fact.</typeparam>
/// <param name="store">The store.</param>
/// <param name="table">The table's name; one of this assembly's own.</param>
internal sealed class FactTable<TFact>(PolicyStore store, string table)
    where TFact : class
{
    /// <summary>Every fact, oldest first.</summary>
    public List<TFact> LoadAll() => store.Query($"SELECT fact FROM {table} ORDER BY number", [], static r => JsonSerializer.Deserialize<TFact>(r.GetString(0), PolicyJson.Options)!);

    /// <summary>The id that the next fact gets, such as <c>SR-0001</c>; none is given twice, also after one was erased.</summary>
    public string NextId(string kind) => RecordText.Id(kind, store.NextNumber(table));

    /// <summary>Appends a fact.</summary>
    /// <param name="id">Its id, or the id of what it adds to.</param>
    /// <param name="personId">Whom it is about; null: nobody on the roster.</param>
    /// <param name="fact">The fact.</param>
    public void Add(string id, string? personId, TFact fact) => store.Execute(
        $"INSERT INTO {table} (id, person_id, fact) VALUES ($id, $person, $fact)",
        ("$id", id),
        ("$person", personId),
        ("$fact", PolicyJson.Text(fact)));
}
